import fs from 'node:fs';

const CHUNK_BYTES = 1 << 20;

/** The lines of a file, of which a megabyte and one line are in memory. */
export function* linesOf(file: string): Generator<string> {
  const descriptor = fs.openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const begun: Buffer[] = [];
    for (;;) {
      const count = fs.readSync(descriptor, chunk, 0, CHUNK_BYTES, null);
      if (count === 0) break;
      let from = 0;
      for (let end = chunk.indexOf(10, from); end >= 0 && end < count; end = chunk.indexOf(10, from)) {
        begun.push(Buffer.from(chunk.subarray(from, end)));
        yield Buffer.concat(begun.splice(0)).toString('utf8');
        from = end + 1;
      }
      if (from < count) begun.push(Buffer.from(chunk.subarray(from, count)));
    }
    if (begun.length > 0) yield Buffer.concat(begun).toString('utf8');
  } finally {
    fs.closeSync(descriptor);
  }
}
