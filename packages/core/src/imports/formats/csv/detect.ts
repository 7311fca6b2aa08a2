import { parse } from 'csv-parse/sync'

/** What may stand between cells; the first wins where two stand as often. */
const DELIMITERS = [',', ';', '\t', '|'] as const
const MARK = '\u00ef\u00bb\u00bf'

/** Bytes as text of the same length; UTF-8 is looked at later, cell by cell. */
export const rawText = (bytes: Uint8Array) => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.startsWith(MARK) ? text.slice(MARK.length) : text
}

/** The delimiter that stands most often in the first line that is not blank, quoted cells apart; null where none does. */
export function delimiterOf(head: string): string | null {
  const line = /^\s*((?:"(?:[^"]|"")*"?|[^"\r\n])*)/.exec(head)?.[1] ?? ''
  const bare = line.replace(/"(?:[^"]|"")*"?/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1)
  const most = Math.max(...counts)
  return most > 0 ? (DELIMITERS[counts.indexOf(most)] as string) : null
}

/**
 * Whether the first bytes are a table: a first line of names, and lines of as many cells below it. Prose with commas has no such lines.
 * Nothing is said of what the table holds: that is for `read`, which names the columns it does not know.
 */
export function detectCsv(bytes: Uint8Array): boolean {
  const head = rawText(bytes)
  if (head.includes('\0') || /^(?:\xff\xfe|\xfe\xff)/.test(head) || /^\s*(?:[[{<]|ISA[^A-Za-z0-9]|UN[AB]\W)/.test(head)) return false
  const delimiter = delimiterOf(head)
  if (delimiter === null) return false
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'))
  // A header wider than the first bytes: its many names speak for it.
  if (end < 0) return head.split(delimiter).length >= 40
  const [names = [], ...rows] = firstRows(head.slice(0, end), delimiter)
  const named = names.filter((name) => name.trim() !== '' && name.length <= 100).length
  return named >= 2 && named >= names.length - 1 && (rows.length === 0 || rows.some((cells) => cells.length === names.length))
}

/** The last row may have been cut inside a quoted cell; it is left out. */
function firstRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: 10 }) as string[][]
  } catch {
    return []
  }
}
