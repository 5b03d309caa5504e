import { inflateSync } from "node:zlib";

const headerBytes = { woff: 44, sfnt: 12 } as const;
const entryBytes = { woff: 20, sfnt: 16 } as const;

/**
 * A font as it was before it was packed for the web (WOFF 1.0, section 3). pdfkit reads a packed one too, but unpacks its outlines anew for
 * each letter.
 *
 * @throws Error for a file that is no WOFF
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("The font is no WOFF.");
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(headerBytes.sfnt + count * entryBytes.sfnt);
  const highest = 2 ** Math.floor(Math.log2(count));
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(highest * 16, 6);
  directory.writeUInt16BE(Math.log2(highest), 8);
  directory.writeUInt16BE((count - highest) * 16, 10);
  const tables: Buffer[] = [];
  let offset = directory.length;
  for (let at = 0; at < count; at += 1) {
    const entry = headerBytes.woff + at * entryBytes.woff;
    const [from, packed, length, checksum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(from, from + packed);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(bytes) : bytes).copy(table);
    tables.push(table);
    const place = headerBytes.sfnt + at * entryBytes.sfnt;
    woff.copy(directory, place, entry, entry + 4);
    directory.writeUInt32BE(checksum, place + 4);
    directory.writeUInt32BE(offset, place + 8);
    directory.writeUInt32BE(length, place + 12);
    offset += table.length;
  }
  return Buffer.concat([directory, ...tables]);
}
