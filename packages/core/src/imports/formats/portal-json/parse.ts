import { OverturnError } from '../../../errors.ts'
import type { Place, Report } from './issues.ts'
import type { JsonElement } from '../../json/splitter.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The value of an element; undefined, and told, when there is none. Broken JSON refuses the whole file unless its whole elements are wanted. */
export function parseElement({ bytes, list, number, offset }: JsonElement, place: Place, report: Report, partial: boolean): unknown {
  const text = decode(bytes, place, report)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const told = `The JSON is broken (byte offset ${offset}, element ${number}${list === null ? '' : ` of "${list}"`})`
    if (!partial) throw new OverturnError('unreadable_file', told)
    report.reject('portal.malformed', told, place)
    return undefined
  }
  // PostgreSQL stores neither NUL nor half of a surrogate pair. Both can only come from an escape.
  if (!/\\u(?:0000|[dD][89a-fA-F])/.test(text) || isStorable(value)) return value
  report.reject('portal.unstorable-text', 'A text holds a NUL character or half of a surrogate pair', place)
  return undefined
}

function decode(bytes: Uint8Array, place: Place, report: Report): string {
  try {
    return utf8.decode(bytes)
  } catch {
    report.warnOnce('portal.not-utf8', 'The file is not UTF-8 throughout', place)
    return Buffer.from(bytes).toString('latin1')
  }
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner))
}
