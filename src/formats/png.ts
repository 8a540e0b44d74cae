import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most 256 colours. */
export interface IndexedPicture {
  width: number;
  height: number;
  /** Red, green and blue, a byte each. */
  palette: readonly (readonly [number, number, number])[];
  /** An index into the palette for each pixel, row by row. */
  pixels: Uint8Array;
}

/** A picture as PNG (ISO 15948). */
export function png({ width, height, palette, pixels }: IndexedPicture): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  // Eight bits a pixel, indexed colour; the rest are the only values there are.
  header.setUint8(8, 8);
  header.setUint8(9, 3);
  // Each row begins with its filter: none.
  const rows = new Uint8Array(height * (width + 1));
  for (let row = 0; row < height; row += 1) rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    // The highest level takes eight times as long for a tenth fewer bytes.
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
