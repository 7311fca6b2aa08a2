import type { Rows } from './rows.ts'
import type { Sample } from './sample.ts'

/** Lines and the conditions that they meet: those of their claim and their own, each held once for all lines that say the same. */
export class Lines {
  readonly count: number
  /** Two numbers for each line: of its row in `ofClaims`, and in `ofLines`. */
  readonly parts: Int32Array
  /** Rows of conditions in ascending order. */
  readonly ofClaims: Rows
  readonly ofLines: Rows

  constructor(parts: Int32Array, ofClaims: Rows, ofLines: Rows) {
    this.count = parts.length / 2
    this.parts = parts
    this.ofClaims = ofClaims
    this.ofLines = ofLines
  }

  /** Writes the conditions that the line meets into `met`, each once and in ascending order; how many they are. */
  conditionsOf(line: number, met: Int32Array): number {
    const { starts: claimStarts, values: claims } = this.ofClaims
    const { starts: lineStarts, values: lines } = this.ofLines
    const claimPart = this.parts[2 * line]!
    const linePart = this.parts[2 * line + 1]!
    let a = claimStarts[claimPart]!
    let b = lineStarts[linePart]!
    const endA = claimStarts[claimPart + 1]!
    const endB = lineStarts[linePart + 1]!
    let size = 0
    while (a < endA && b < endB) {
      const next = claims[a]!
      const other = lines[b]!
      met[size++] = next < other ? next : other
      if (next <= other) a++
      if (other <= next) b++
    }
    while (a < endA) met[size++] = claims[a++]!
    while (b < endB) met[size++] = lines[b++]!
    return size
  }

  /** The same of those that the line meets by itself and not with its claim already. */
  ownConditionsOf(line: number, met: Int32Array): number {
    const { starts, values } = this.ofLines
    const claimPart = this.parts[2 * line]!
    const linePart = this.parts[2 * line + 1]!
    let size = 0
    for (let at = starts[linePart]!, end = starts[linePart + 1]!; at < end; at++) if (!has(this.ofClaims, claimPart, values[at]!)) met[size++] = values[at]!
    return size
  }

  meets(line: number, condition: number): boolean {
    return has(this.ofLines, this.parts[2 * line + 1]!, condition) || has(this.ofClaims, this.parts[2 * line]!, condition)
  }
}

function has({ starts, values }: Rows, row: number, value: number): boolean {
  const end = starts[row + 1]!
  for (let at = starts[row]!; at < end; at++) if (values[at] === value) return true
  return false
}

/** The lines of a sample, with conditions numbered anew where `numbers` says so (-1: left out). */
export function linesOf({ lines, claimParts, lineParts }: Sample, numbers?: Int32Array): Lines {
  const rows = [claimParts.rows, lineParts.rows] as const
  const [ofClaims, ofLines] = numbers ? ([renumbered(rows[0], numbers), renumbered(rows[1], numbers)] as const) : rows
  return new Lines(lines.rows.values, ofClaims, ofLines)
}

function renumbered({ starts, values }: Rows, numbers: Int32Array): Rows {
  const next = new Int32Array(starts.length)
  const found = new Int32Array(values.length)
  let length = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) if (numbers[values[at]!]! >= 0) found[length++] = numbers[values[at]!]!
    found.subarray(next[row], length).sort()
    next[row + 1] = length
  }
  return { starts: next, values: found.slice(0, length) }
}

/** For each condition, the lines that meet it, in ascending order. */
export function linesWithEach(lines: Lines, conditions: number): Rows {
  const met = new Int32Array(conditions)
  const starts = new Int32Array(conditions + 1)
  for (let line = 0; line < lines.count; line++) for (let at = lines.conditionsOf(line, met) - 1; at >= 0; at--) starts[met[at]! + 1]!++
  for (let id = 0; id < conditions; id++) starts[id + 1]! += starts[id]!
  const next = starts.slice()
  const values = new Int32Array(starts[conditions]!)
  for (let line = 0; line < lines.count; line++) for (let at = lines.conditionsOf(line, met) - 1; at >= 0; at--) values[next[met[at]!]!++] = line
  return { starts, values }
}
