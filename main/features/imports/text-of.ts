/** What a file's bytes are as text; null when they are none. */
export interface FileText {
  readonly text: string;
  /** "UTF-16", "Windows-1252": said when it was not UTF-8. */
  readonly encoding: string;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads bytes as text: by their byte order mark, else UTF-8, else UTF-16 when every other byte is empty, else Windows-1252,
 * which old Windows programs wrote. Bytes that hold what no text holds are none.
 */
export function textOf(bytes: Uint8Array): FileText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: plain(decode(bytes, 'utf-16le')), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: plain(decode(bytes, 'utf-16be')), encoding: 'UTF-16' };
  try {
    const text = UTF8.decode(bytes);
    return isBinary(text) ? null : { text: plain(text), encoding: 'UTF-8' };
  } catch {
    const wide = wideEncoding(bytes);
    if (wide !== null) return { text: plain(decode(bytes, wide)), encoding: 'UTF-16' };
    const text = decode(bytes, 'windows-1252');
    return isBinary(text) ? null : { text: plain(text), encoding: 'Windows-1252' };
  }
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** Without byte order mark and NUL, with line breaks as the rest of the program has them. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replaceAll(/\r\n?/g, '\n')
    .toWellFormed();
}

/** Text has hardly any control characters; bytes of pictures and programs are full of them. */
function isBinary(text: string): boolean {
  const beginning = text.slice(0, 8_192);
  let odd = 0;
  for (let at = 0; at < beginning.length; at += 1) {
    const code = beginning.charCodeAt(at);
    // Tab, line feed, vertical tab, form feed and carriage return are text's own; so is the escape of old terminals.
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) odd += 1;
  }
  return odd > beginning.length / 100;
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const beginning = bytes.subarray(0, 1_024);
  let [even, odd] = [0, 0];
  for (const [at, byte] of beginning.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = beginning.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null;
}
