import type { FieldShape } from './fields.ts'

const JSON_START = /^\s*[[{]/

/** A value as the text of a cell. Nothing is an empty cell; lists of plain codes are joined by semicolons, all other lists and objects are JSON. */
export function cellOf(shape: FieldShape, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return JSON.stringify(value)
  if (value.length === 0) return shape === 'list' ? '' : '[]'
  return shape === 'list' && value.every(isPlain) ? value.join(';') : JSON.stringify(value)
}

/** Text that comes back as it is when the cell is split at the semicolons. */
const isPlain = (item: unknown) => typeof item === 'string' && item !== '' && item === item.trim() && !item.includes(';') && !JSON_START.test(item)

export interface ReadCell {
  value: unknown
  /** False where a cell looks like JSON and is none; it is read as text. */
  isClean: boolean
}

/** What a cell says. An empty one is null, or the empty list. */
export function valueOf(shape: FieldShape, cell: string): ReadCell {
  const text = cell.trim()
  if (text === '') return { value: shape === 'list' ? [] : null, isClean: true }
  if (shape === 'text') return { value: cell, isClean: true }
  if (shape === 'number') return { value: isNumber(text) ? Number(text) : cell, isClean: true }
  if (!JSON_START.test(text)) return { value: shape === 'list' ? split(text) : cell, isClean: true }
  const parsed = parseJson(text)
  const fits = parsed !== undefined && (shape === 'value' || Array.isArray(parsed))
  return fits ? { value: parsed, isClean: true } : { value: shape === 'list' ? split(text) : cell, isClean: false }
}

/** Numbers as they are usually written; anything else stays text, which the check of the field then tells. */
const isNumber = (text: string) => /^-?\d{1,15}(\.\d{1,10})?$/.test(text)

const split = (text: string) =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean)

const DEEPEST = 50

/** Undefined where it is none, or nested so deeply that reading it could exhaust the stack. */
function parseJson(text: string): unknown {
  let depth = 0
  for (const char of text) {
    if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth--
    if (depth > DEEPEST) return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
