/** Windows' and macOS' icon containers, both of which hold PNG files as they are. */

/** @typedef {{ readonly size: number, readonly png: Buffer }} IconImage */

/**
 * A Windows icon. Layout: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 * @param {readonly IconImage[]} images at most 256 pixels wide
 * @returns {Buffer}
 */
export function packIco(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    // One byte a side, so that 256 is written as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** The type macOS gives a PNG of each size; the larger ones again as the double resolution of half the size. */
const icnsTypes = /** @type {const} */ ({
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
});

/**
 * A macOS icon.
 * @param {readonly IconImage[]} images of 16, 32, 64, 128, 256, 512 or 1024 pixels
 * @returns {Buffer}
 * @throws {Error} when a size has no type
 */
export function packIcns(images) {
  const known = new Map(Object.entries(icnsTypes));
  const entries = images.flatMap(({ size, png }) => {
    const types = known.get(String(size));
    if (types === undefined) throw new Error(`macOS has no icon of ${size} pixels.`);
    return types.map((type) => Buffer.concat([chunkHeader(type, png.length), png]));
  });
  const body = Buffer.concat(entries);
  return Buffer.concat([chunkHeader('icns', body.length), body]);
}

/**
 * @param {string} type four letters
 * @param {number} length of what follows
 */
function chunkHeader(type, length) {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(length + 8, 4);
  return header;
}
