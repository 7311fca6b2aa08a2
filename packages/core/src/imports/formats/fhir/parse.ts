import { OverturnError } from '../../../errors.ts'
import type { Piece } from './cutters.ts'
import type { Report } from './issues.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const MAX_DEPTH = 100

/**
 * The value of a piece; undefined, and told, when there is none. Broken JSON refuses the whole file unless its whole resources are wanted.
 * Throws `unreadable_file`.
 */
export function parsePiece({ bytes, place }: Piece, report: Report, partial: boolean): { value: unknown; text: string } | undefined {
  const text = decode(bytes, place, report)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const line = place.line === undefined ? '' : `, line ${place.line}`
    const told = `The JSON is broken or breaks off (byte offset ${place.offset}${line}, ${place.record})`
    if (!partial) throw new OverturnError('unreadable_file', told)
    report.reject('fhir.malformed', told, place, undefined, text)
    return undefined
  }
  const flaw = flawOf(value, 0)
  if (flaw === 'too-deep') report.reject('fhir.too-large', `The resource is nested more than ${MAX_DEPTH} levels deep`, place)
  else if (flaw) report.reject('fhir.unstorable-text', 'A text holds a NUL character or half of a surrogate pair', place, undefined, text)
  return flaw ? undefined : { value, text }
}

function decode(bytes: Uint8Array, place: Piece['place'], report: Report): string {
  try {
    return utf8.decode(bytes)
  } catch {
    report.warnOnce('fhir.not-utf8', 'The file is not UTF-8 throughout', place)
    return Buffer.from(bytes).toString('latin1')
  }
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair; what is nested deeper than any resource is an attack on the stack. */
function flawOf(value: unknown, depth: number): 'too-deep' | 'unstorable' | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? 'unstorable' : null
  if (typeof value !== 'object' || value === null) return null
  if (depth >= MAX_DEPTH) return 'too-deep'
  for (const [key, inner] of Object.entries(value)) {
    const flaw = flawOf(inner, depth + 1) ?? flawOf(key, depth)
    if (flaw) return flaw
  }
  return null
}
