import { crc32, deflateRawSync } from "node:zlib";

/** A zip file (APPNOTE 6.3) of these entries. `claims` is the unpacked size that an entry claims, where it lies. */
export function zipOf(
  entries: Readonly<Record<string, string | Buffer>>,
  claims: Readonly<Record<string, number>> = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const local = header(name, plain, packed, claims[name] ?? plain.length, null);
    directory.push(header(name, plain, packed, claims[name] ?? plain.length, offset));
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** Header of an entry before its content, or, with an offset, in the directory. */
function header(name: string, plain: Buffer, packed: Buffer, claimed: number, offset: number | null): Buffer {
  const isCentral = offset !== null;
  const bytes = Buffer.alloc(isCentral ? 46 : 30);
  const at = isCentral ? 10 : 8;
  bytes.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0);
  bytes.writeUInt16LE(20, isCentral ? 6 : 4);
  bytes.writeUInt16LE(8, at);
  bytes.writeUInt32LE(crc32(plain), at + 6);
  bytes.writeUInt32LE(packed.length, at + 10);
  bytes.writeUInt32LE(claimed, at + 14);
  bytes.writeUInt16LE(Buffer.byteLength(name), at + 18);
  if (isCentral) bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}
