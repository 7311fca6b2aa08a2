import { keysAt } from '../../json/keys.ts'

/** How the resources stand in the file: in lists (a Bundle, an array), one a line (NDJSON), or one alone, over many lines. */
export type Layout = 'lists' | 'lines' | 'single'

/** `{` or `[` next, without byte-order mark and space before it. */
const textOf = (head: Uint8Array) =>
  Buffer.from(head.subarray(0, 4096))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()

/**
 * True when the first bytes are JSON of FHIR resources: `resourceType` is a field of the first object, or of the first element of a list,
 * or of the `resource` of the first `entry`. A portal export has none of these, wherever else it holds the word.
 */
export function detectFhir(head: Uint8Array): boolean {
  const text = textOf(head)
  if (text.startsWith('[')) return keysAt(text, 2).includes('resourceType')
  if (!text.startsWith('{')) return false
  const keys = keysAt(text, 1)
  return keys.includes('resourceType') || (keys.includes('entry') && keysAt(text, 4).includes('resourceType')) || looksLikeResource(keys)
}

/** Senders that sort their fields by name put `contained` first, and the type of the resource far behind it. */
const looksLikeResource = (keys: string[]) => keys.every((key) => FIRST_FIELDS.has(key)) && keys.includes('contained')
const FIRST_FIELDS = new Set([
  'addItem',
  'adjudication',
  'benefitBalance',
  'benefitPeriod',
  'billablePeriod',
  'careTeam',
  'claim',
  'claimResponse',
  'contained',
])

export function layoutOf(head: Uint8Array): Layout {
  const text = textOf(head)
  const [line = '', ...rest] = text.split('\n')
  if (text.startsWith('[')) return 'lists'
  const isBundle = keysAt(text, 1).includes('entry') || /^\{\s*"resourceType"\s*:\s*"Bundle"/.test(text)
  if (isBundle && !(rest.length > 0 && isWhole(line))) return 'lists'
  return rest.length > 0 && !isWhole(line) ? 'single' : 'lines'
}

const isWhole = (line: string) => {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
