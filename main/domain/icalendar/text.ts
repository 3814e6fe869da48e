/** Octets a line of iCalendar may have, without its end (RFC 5545 section 3.1). */
const LINE_OCTETS = 75;

/** A TEXT value as people read it. */
export function unescaped(value: string): string {
  return value.replaceAll(/\\([nN]|[^])/g, (_, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  );
}

/** A text as a TEXT value. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

/** A parameter's value; quotes can't be in one. */
export function parameter(text: string): string {
  const plain = text.replaceAll(/["\r\n]/g, ' ').trim();
  return /[;:,]/.test(plain) ? `"${plain}"` : plain;
}

/** Quoted-printable of vCalendar 1.0, in UTF-8. */
export function fromQuotedPrintable(value: string): string {
  return value.replaceAll(/(?:=[0-9A-F]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes.replaceAll('=', '%'));
    } catch {
      return codes.replaceAll(/=(..)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    }
  });
}

/** Content lines as the text of a file: long ones go on after a line break and a space, never within a character. */
export function folded(lines: readonly string[]): string {
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}

function foldedLine(line: string): string {
  if (line.length * 3 <= LINE_OCTETS) return line;
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
