import { pipeline } from 'node:stream'
import { createGunzip, type Gunzip, type InflateRaw } from 'node:zlib'
import { OverturnError } from '../../errors.ts'
import type { ByteSource } from '../importer.ts'
import { peek } from './peek.ts'
import { unreadable } from './source.ts'

/** How far packed content may grow: claims and remittances pack to a tenth or a fiftieth, a bomb to a thousandth. docs/imports.md names both. */
export interface UnpackLimits {
  /** Above `freeBytes`, unpacked content may be this many times its packed size. */
  ratio: number
  freeBytes: number
  /** No single file may be larger than this when unpacked. */
  bytes: number
}

export const UNPACK_LIMITS: UnpackLimits = { ratio: 200, freeBytes: 100_000_000, bytes: 50_000_000_000 }

export const UNPACK_CHUNK = 256 * 1024

/** Content as it is, or unpacked where it is gzip (also several members one after the other), whatever its name says. */
export async function* gunzipped(source: ByteSource, name: string, limits = UNPACK_LIMITS): ByteSource {
  const { head, all } = await peek(source, 2)
  yield* head[0] === 0x1f && head[1] === 0x8b ? unpack(all, createGunzip({ chunkSize: UNPACK_CHUNK }), name, limits) : all
}

/** Unpacks a stream within its limits. Throws `unreadable_file` for what is cut off, damaged, followed by something else, or a bomb. */
export async function* unpack(packed: ByteSource, unpacker: Gunzip | InflateRaw, name: string, limits = UNPACK_LIMITS): ByteSource {
  let read = 0
  let written = 0
  const counted = async function* () {
    for await (const chunk of packed) {
      read += chunk.byteLength
      yield chunk
    }
  }
  // A failure of either side ends the loop below.
  pipeline(counted(), unpacker, () => undefined)
  try {
    for await (const chunk of unpacker as AsyncIterable<Uint8Array>) {
      written += chunk.byteLength
      if (written > limits.freeBytes && written > limits.ratio * read) throw unreadable(name, tooLarge(`more than ${limits.ratio} times its packed size`))
      if (written > limits.bytes) throw unreadable(name, tooLarge(`more than ${limits.bytes.toLocaleString('en-US')} bytes`))
      yield chunk
    }
  } catch (error) {
    throw unpackFailure(name, error)
  }
}

const tooLarge = (how: string) => `unpacked it is ${how}, which no claim file is; unpack it yourself and import what is in it if it is meant so`

function unpackFailure(name: string, cause: unknown): OverturnError {
  if (cause instanceof OverturnError) return cause
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return unreadable(name, 'the packed data ends in the middle; get the whole file from its sender', cause)
  return unreadable(name, 'the packed data is damaged, or something else follows it; get the file again from its sender', cause)
}
