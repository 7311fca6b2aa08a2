import { decimalText } from '../../money.ts'
import type { TallyRow } from './lines.sql.ts'

/** How many reasons, modifiers and codes of a procedure code are kept, the most frequent ones. */
export const KEPT = 10

export interface DenialReasonCount {
  reason: string
  denials: number
  /** The pattern of the reason; null where it is none. */
  patternId: string | null
}
export interface ModifierCount {
  /** '' is none. */
  modifier: string
  paid: number
  denied: number
}
export interface BilledWith {
  procedureCode: string
  claims: number
}

/** A row of code_performance, by the names of its columns. */
export interface PerformanceRow {
  procedure_code: string
  line_count: number
  decided_line_count: number
  denied_line_count: number
  billed_amount: string
  denied_amount: string
  allowed_amount: string
  allowed_line_count: number
  denial_reasons: DenialReasonCount[]
  modifiers: ModifierCount[]
  billed_with: BilledWith[]
}

const NUMBERS = ['lines', 'decided', 'denied', 'billed', 'deniedBilled', 'allowed', 'allowedLines'] as const
type Numbers = Pick<TallyRow, (typeof NUMBERS)[number]>

/** What slices say of procedure codes, added up: whatever the slices and their order, the sums are the same. */
export class CodeTally {
  readonly #codes = new Map<string, Record<TallyRow['kind'], Map<string, Numbers>>>()

  add(rows: readonly TallyRow[]): void {
    for (const { kind, code, key, ...numbers } of rows) {
      let of = this.#codes.get(code)
      if (!of) this.#codes.set(code, (of = { line: new Map(), reason: new Map(), modifier: new Map(), with: new Map() }))
      const sum = of[kind].get(key)
      if (sum) for (const name of NUMBERS) sum[name] += numbers[name]
      else of[kind].set(key, numbers)
    }
  }

  /** One row per code, by code. `patternOf` names the pattern of a reason. */
  rows(patternOf: ReadonlyMap<string, string>): PerformanceRow[] {
    return [...this.#codes.keys()].sort().map((code) => {
      const { line, reason, modifier, with: others } = this.#codes.get(code)!
      const all = line.get('')!
      return {
        procedure_code: code,
        line_count: all.lines,
        decided_line_count: all.decided,
        denied_line_count: all.denied,
        billed_amount: decimalText(all.billed),
        denied_amount: decimalText(all.deniedBilled),
        allowed_amount: decimalText(all.allowed),
        allowed_line_count: all.allowedLines,
        denial_reasons: mostFirst(reason).map(([name, { denied }]) => ({ reason: name, denials: denied, patternId: patternOf.get(name) ?? null })),
        modifiers: mostFirst(modifier).map(([name, { decided, denied }]) => ({ modifier: name, paid: decided - denied, denied })),
        billed_with: mostFirst(others).map(([name, { lines }]) => ({ procedureCode: name, claims: lines })),
      }
    })
  }
}

/** The most frequent ones; those of the same number by name. */
function mostFirst(counts: ReadonlyMap<string, Numbers>): [string, Numbers][] {
  return [...counts].sort(([a, { lines: x }], [b, { lines: y }]) => y - x || (a < b ? -1 : 1)).slice(0, KEPT)
}
