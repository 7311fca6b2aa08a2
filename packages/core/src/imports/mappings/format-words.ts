import type { ColumnMapping } from '../formats/csv/mapping.ts'

/** How a mapping reads dates and amounts, in words, for who confirms it. */
export const formatWords = ({ dateFormat, amountFormat }: Pick<ColumnMapping, 'dateFormat' | 'amountFormat'>) =>
  `dates like 2/1/2026 have the ${dateFormat === 'month-first' ? 'month' : 'day'} first; amounts are written ${amountFormat === 'us' ? '1,234.50' : '1.234,50'}`
