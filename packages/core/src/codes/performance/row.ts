import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import { dollars } from '../../money.ts'
import { dollarsOf, percentOf } from '../../patterns/row.ts'
import { wilsonInterval } from '../../statistics/proportions.ts'
import type { CodeFacts } from './schemas.ts'

/** The columns of a row `f` of code_performance. */
export const factColumns = sql.raw(`
  f.procedure_code as "procedureCode", f.computation_period_start as "start", f.computation_period_end as "end", f.line_count as "lineCount",
  f.decided_line_count as "decidedLineCount", f.denied_line_count as "deniedLineCount", f.billed_amount as "billedAmount", f.denied_amount as "deniedAmount",
  (f.allowed_amount * 100)::bigint as "allowedCents", f.allowed_line_count as "allowedLineCount", f.denial_reasons as "denialReasons", f.modifiers,
  f.billed_with as "billedWith", f.last_computed_at as "computedAt"`)

type Same = 'procedureCode' | 'lineCount' | 'decidedLineCount' | 'deniedLineCount' | 'allowedLineCount' | 'denialReasons' | 'modifiers' | 'billedWith'

export interface FactRow extends Pick<CodeFacts, Same> {
  start: IsoDate
  end: IsoDate
  billedAmount: string
  deniedAmount: string
  allowedCents: number
  computedAt: Date
}

export function factsOf({ start, end, billedAmount, deniedAmount, allowedCents, computedAt, ...row }: FactRow): CodeFacts {
  const bounds = wilsonInterval({ part: row.deniedLineCount, whole: row.decidedLineCount })
  const percent = (fraction: number) => Math.round(fraction * 10_000) / 100
  return {
    ...row,
    period: { start, end },
    denialRate: percentOf(row.deniedLineCount, row.decidedLineCount),
    denialRateInterval: bounds && { low: percent(bounds.low), high: percent(bounds.high) },
    billedAmount: dollarsOf(billedAmount),
    deniedAmount: dollarsOf(deniedAmount),
    meanAllowed: row.allowedLineCount === 0 ? null : dollars(Math.round(allowedCents / row.allowedLineCount)),
    asOf: computedAt.toISOString(),
  }
}
