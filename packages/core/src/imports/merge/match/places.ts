import { matchLines, type LineKey } from './lines.ts'

/** The line of the claim that a decided line decides; `isAdded` where the claim does not have it yet. */
export interface Place {
  claimLine: number
  isAdded: boolean
}

/**
 * Where each line of a decision belongs on its claim, in the order of the decided lines. What matches no line is added after the last one;
 * a source that numbers its decided lines as the claim's (`numbered`) may tell a decision before its line, which then keeps its number.
 */
export function placeLines(decided: readonly LineKey[], billed: readonly LineKey[], { numbered }: { numbered: boolean }): Place[] {
  const found = matchLines(decided, billed, { numbered })
  const numbers = new Set(billed.map(({ lineNumber }) => lineNumber))
  let last = billed.reduce((most, { lineNumber }) => Math.max(most, lineNumber), 0)
  return decided.map((line) => {
    const match = found.get(line)
    if (match !== undefined) return { claimLine: match, isAdded: false }
    const claimLine = numbered && !numbers.has(line.lineNumber) ? line.lineNumber : last + 1
    numbers.add(claimLine)
    last = Math.max(last, claimLine)
    return { claimLine, isAdded: true }
  })
}
