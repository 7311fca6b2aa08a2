import { unguardedCell } from '../../../formula-guard.ts'
import { cellText } from './cell-text.ts'

/** The columns that rejections are exported with, before those of the table they come from. */
export const REASON_COLUMNS = ['file', 'place', 'code', 'reason', 'remedy'] as const

/** Why such a table cannot be read when it was exported without naming an import: it holds pieces, not the columns of one table. */
export const NO_ROWS_OF_ONE_TABLE =
  'The table holds rejected pieces, not rows of one table; export those of one import (overturn rejects export <import>), mend its rows and import them'

/** The header of the table that rejected rows come from, and how many columns of ours stood before it; a table of anybody else keeps all of them. */
export function withoutReason(header: readonly string[]): { header: string[]; dropped: number } {
  const isOurs = REASON_COLUMNS.every((name, at) => header[at] === name)
  const dropped = isOurs ? REASON_COLUMNS.length : 0
  return { header: isOurs ? cellsBehind(header, dropped) : [...header], dropped }
}

/** The cells of the table itself, as bytes, without the guard that exporting has put before some. */
export const cellsBehind = (cells: readonly string[], dropped: number): string[] =>
  cells.slice(dropped).map((cell) => (unguardedCell(cellText(cell)) === cellText(cell) ? cell : cell.slice(1)))
