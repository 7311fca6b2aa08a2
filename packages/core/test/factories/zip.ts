import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  content: Uint8Array | string
  /** 8 packs it (deflate), 0 leaves it as it is; another number claims a method that nobody has. */
  method?: number
  isEncrypted?: boolean
  /** What the archive says in place of the truth. */
  crc?: number
  size?: number
}

/** A zip archive, written by hand so that it can also lie. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const [header, packed, listed] = written(entry, offset)
    parts.push(header, packed)
    directory.push(listed)
    offset += header.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

function written({ name, content, method = 8, isEncrypted = false, crc, size }: ZipEntry, offset: number): [header: Buffer, packed: Buffer, listed: Buffer] {
  const bytes = Buffer.from(content)
  const packed = method === 8 ? deflateRawSync(bytes) : bytes
  const named = Buffer.from(name)
  /** What the local header and the directory say alike, from the version on. */
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x800 | Number(isEncrypted), 2)
  facts.writeUInt16LE(method, 4)
  facts.writeUInt32LE(crc ?? crc32(bytes), 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(size ?? bytes.length, 18)
  facts.writeUInt16LE(named.length, 22)
  const header = Buffer.concat([Buffer.from('PK\x03\x04'), facts, named])
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  const listed = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, rest, named])
  return [header, packed, listed]
}
