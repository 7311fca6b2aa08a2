import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type Entry, type ZipFile } from 'yauzl'
import { OverturnError } from '../../errors.ts'
import type { ByteSource } from '../importer.ts'
import { asUtf8 } from './utf16.ts'
import { gunzipped, unpack, UNPACK_CHUNK, UNPACK_LIMITS, type UnpackLimits } from './unpack.ts'
import { isIgnored } from './ignored.ts'
import { refusedSource, shownName, unreadable, type ImportSource } from './source.ts'
import { bytesBetween, type OpenFile, type StoredFile } from './stored-file.ts'

const MOST_ENTRIES = 100_000
const STORED = 0
const DEFLATED = 8

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2] + 1
}

/**
 * The files in an archive, each a source of its own, in the order of their names. Names are only shown: nothing is ever written under
 * them, so that one which climbs out of its folder does no harm. Throws `unreadable_file` where the archive as a whole cannot be used.
 */
export async function zipEntries(file: StoredFile, limits = UNPACK_LIMITS): Promise<ImportSource[]> {
  const open = await file.open()
  try {
    const entries = await namedEntries(file.name, await zipIn(open))
    if (entries.some(({ path }) => path === '[Content_Types].xml'))
      throw unreadable(file.name, 'this is an office document, such as an Excel workbook; save its table as CSV')
    const wanted = entries.filter(({ path }) => !path.endsWith('/') && !path.split('/').some(isIgnored))
    if (wanted.length === 0) throw unreadable(file.name, 'there are no files in this zip archive')
    return wanted.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))).map((entry) => entrySource(file, entry, limits))
  } catch (error) {
    throw archiveFailure(file.name, error)
  } finally {
    await open.close()
  }
}

interface NamedEntry {
  path: string
  entry: Entry
}

async function namedEntries(name: string, zip: ZipFile): Promise<NamedEntry[]> {
  const found: NamedEntry[] = []
  for await (const entry of zip.eachEntry()) {
    if (found.length === MOST_ENTRIES) throw unreadable(name, `there are more than ${MOST_ENTRIES.toLocaleString('en-US')} files in this zip archive; split it`)
    found.push({ path: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false), entry })
  }
  return found
}

function entrySource(file: StoredFile, { path, entry }: NamedEntry, limits: UnpackLimits): ImportSource {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  const name = `${file.name}/${shownName(steps.at(-1) ?? 'file without a name')}`
  const shown = { name, path: [file.path, ...steps.map(shownName)].join('/') }
  if (entry.isEncrypted()) return refusedSource(shown, unreadable(name, 'it is encrypted; unpack the archive with its password and import what is in it'))
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return refusedSource(shown, unreadable(name, `it is packed in a way (method ${entry.compressionMethod}) that Overturn does not read; pack it again as zip`))
  return { ...shown, bytes: () => asUtf8(gunzipped(entryBytes(file, entry, name, limits), name, limits), name) }
}

/** The unpacked bytes of one entry. At the end their number and checksum must be what the archive says. */
async function* entryBytes(file: StoredFile, entry: Entry, name: string, limits: UnpackLimits): ByteSource {
  const open = await file.open()
  try {
    const packed: ByteSource = await (await zipIn(open)).openReadStreamPromise(entry, { decodeFileData: false })
    const unpacked = entry.compressionMethod === STORED ? packed : unpack(packed, createInflateRaw({ chunkSize: UNPACK_CHUNK }), name, limits)
    let [size, checksum] = [0, 0]
    for await (const chunk of unpacked) {
      size += chunk.byteLength
      checksum = crc32(chunk, checksum)
      yield chunk
    }
    await open.assertUnchanged()
    if (size !== entry.uncompressedSize || checksum !== entry.crc32)
      throw unreadable(name, 'its size or checksum is not what the archive says; get the archive again from its sender')
  } catch (error) {
    throw archiveFailure(name, error)
  } finally {
    await open.close()
  }
}

function archiveFailure(name: string, cause: unknown): OverturnError {
  return cause instanceof OverturnError ? cause : unreadable(name, 'this zip archive is damaged or cut off; get it again from its sender', cause)
}

/** Never closed through yauzl: the file belongs to who opened it. */
const zipIn = ({ handle, size }: OpenFile) =>
  fromRandomAccessReaderPromise(new HandleReader(handle), size, { autoClose: false, decodeStrings: false, validateEntrySizes: false })

/** Reads an archive through a file handle, which, unlike a bare descriptor, is closed only when no read is under way. */
class HandleReader extends RandomAccessReader {
  readonly #handle: OpenFile['handle']
  constructor(handle: OpenFile['handle']) {
    super()
    this.#handle = handle
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(bytesBetween(this.#handle, start, end), { objectMode: false })
  }
}
