export interface Column {
  title: string
  /** Of the widest cell to come; the title counts too. */
  width: number
  /** Figures stand at the right. */
  right?: boolean
}

/** A table that is printed row by row, as its figures come in. */
export function printTable(columns: readonly Column[]): { row(cells: readonly (string | number | null)[]): void } {
  const widths = columns.map(({ title, width }) => Math.max(title.length, width))
  const line = (cells: readonly string[]) =>
    console.log(
      cells
        .map((cell, index) => (columns[index]?.right ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
  line(columns.map(({ title }) => title))
  line(widths.map((width) => '-'.repeat(width)))
  return { row: (cells) => line(cells.map((cell) => (cell === null ? '?' : typeof cell === 'number' ? whole(cell) : cell))) }
}

export const whole = (value: number) => Math.round(value).toLocaleString('en-US')
export const megabytes = (bytes: number) => whole(bytes / 1e6)

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** "12.1 to 14.9" of the lowest and the highest. */
export const spread = (values: readonly number[], digits = 1) => `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`
