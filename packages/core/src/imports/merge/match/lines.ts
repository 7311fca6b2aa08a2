import type { IsoDate } from '../../../dates.ts'
import type { Cents } from '../../../money.ts'

/** What a line of a decision and a line of its claim are compared by; `charge` without its sign. */
export interface LineKey {
  lineNumber: number
  controlNumber: string | null
  /** Procedure code, else revenue code. */
  code: string | null
  modifiers: readonly string[]
  serviceDate: IsoDate | null
  charge: Cents
}

/** From what names one line to what merely resembles it; null matches nothing. */
type Round = (line: LineKey) => string | null

const separator = '\u0000'
const code = (line: LineKey) => line.code ?? ''
const modifiers = (line: LineKey) => line.modifiers.join(',')
const anyOrder = (line: LineKey) => [...line.modifiers].sort().join(',')
const rounds: Round[] = [
  (line) => line.controlNumber,
  (line) => line.serviceDate && [code(line), modifiers(line), line.serviceDate, line.charge].join(separator),
  (line) => line.serviceDate && [code(line), anyOrder(line), line.serviceDate, line.charge].join(separator),
  (line) => line.serviceDate && [code(line), line.serviceDate, line.charge].join(separator),
  (line) => [code(line), modifiers(line), line.charge].join(separator),
  (line) => [code(line), line.charge].join(separator),
  (line) => code(line),
]
const byNumber: Round = (line) => String(line.lineNumber)

/**
 * The line of the claim that each decided line decides, round by round; a line that a round gave away is not there for the next, and equals
 * are matched in their order. What a payer split off a line decides the same line, as far as its charge goes. A decided line that finds none
 * (the payer added it) has no entry. Sources without remittances number their decided lines as they number the claim's (`numbered`).
 */
export function matchLines(decided: readonly LineKey[], billed: readonly LineKey[], { numbered }: { numbered: boolean }): Map<LineKey, number> {
  const found = new Map<LineKey, number>()
  let open = inOrder(decided)
  let free = inOrder(billed)
  for (const key of numbered ? [byNumber, ...rounds] : rounds) {
    if (open.length === 0 || free.length === 0) break
    const shelves = Map.groupBy(
      free.filter((line) => key(line) !== null),
      (line) => key(line) as string,
    )
    for (const line of open) {
      const own = key(line)
      const match = own === null ? undefined : shelves.get(own)?.shift()
      if (match) found.set(line, match.lineNumber)
    }
    const taken = new Set(found.values())
    open = open.filter((line) => !found.has(line))
    free = free.filter((line) => !taken.has(line.lineNumber))
  }
  if (open.length > 0) matchParts(open, billed, found)
  return found
}

function matchParts(open: readonly LineKey[], billed: readonly LineKey[], found: Map<LineKey, number>): void {
  const left = new Map(billed.map((line) => [line.lineNumber, line.charge]))
  for (const [part, line] of found) left.set(line, (left.get(line) ?? 0) - part.charge)
  for (const part of open) {
    const whole = billed.find(
      (line) =>
        (part.controlNumber !== null && line.controlNumber !== null ? part.controlNumber === line.controlNumber : code(part) === code(line)) &&
        (part.serviceDate === null || line.serviceDate === null || part.serviceDate === line.serviceDate) &&
        part.charge > 0 &&
        part.charge <= (left.get(line.lineNumber) ?? 0),
    )
    if (!whole) continue
    found.set(part, whole.lineNumber)
    left.set(whole.lineNumber, (left.get(whole.lineNumber) ?? 0) - part.charge)
  }
}

/** By what they say, so that the order in which a source tells them decides only between equals. */
const inOrder = (lines: readonly LineKey[]): LineKey[] => (lines.length < 2 ? [...lines] : [...lines].sort(byContent))

const byContent = (a: LineKey, b: LineKey): number =>
  compare(modifiers(a), modifiers(b)) ||
  a.charge - b.charge ||
  compare(a.serviceDate ?? '', b.serviceDate ?? '') ||
  compare(code(a), code(b)) ||
  a.lineNumber - b.lineNumber

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
