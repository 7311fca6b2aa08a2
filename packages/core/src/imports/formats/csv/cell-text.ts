const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')
const BEYOND_ASCII = /[\x80-\xff]/

/** The text of a cell: UTF-8, and where it is none, Latin-1 in its common form. */
export const cellText = (cell: string) => readCell(cell).text

export function readCell(cell: string): { text: string; isUtf8: boolean } {
  if (!BEYOND_ASCII.test(cell)) return { text: cell, isUtf8: true }
  const bytes = Buffer.from(cell, 'latin1')
  try {
    return { text: utf8.decode(bytes), isUtf8: true }
  } catch {
    return { text: windows1252.decode(bytes), isUtf8: false }
  }
}
