import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'
import type { DateWindow, IsoDate } from '../../../src/dates.ts'
import { parseCents } from '../../../src/money.ts'

interface Line {
  claim: string
  line: number | null
  day: IsoDate | null
  code: string | null
  modifiers: string[]
  billed: string
  allowed: string | null
  decided: boolean
  denied: boolean
  /** The first decision denies the whole claim and no line. */
  whole: boolean
  finallyDenied: boolean
  reason: string | null
}

/** Amounts in cents; counts by name. */
export interface CodeCount {
  lines: number
  decided: number
  denied: number
  billed: number
  deniedBilled: number
  allowed: number
  allowedLines: number
  reasons: Record<string, number>
  /** Paid and denied. */
  modifiers: Record<string, [number, number]>
  with: Record<string, number>
}

/** What code_performance has to hold, counted line by line in a loop. */
export async function recountCodes({ db }: Context, { start, end }: DateWindow): Promise<Record<string, CodeCount>> {
  const rows = await db.rows<Line>(sql`
    select c.id as claim, l.line_number as line, coalesce(l.date_of_service, c.date_of_service) as day, coalesce(l.procedure_code, case when l.claim_id is null and array_length(c.procedure_codes, 1) = 1 then c.procedure_codes[1] end) as code,
           case when l.claim_id is null then c.modifiers else l.modifiers end as modifiers, coalesce(l.billed_amount, c.billed_amount) as billed,
           case when l.claim_id is null then c.allowed_amount else l.allowed_amount end as allowed,
           c.initial_outcome is not null and not c.is_duplicate and not coalesce(l.is_duplicate, false) as decided,
           case when l.claim_id is null then coalesce(c.initial_outcome = 'denied', false) else l.initially_denied end as denied,
           coalesce(c.initial_outcome = 'denied', false) and not exists (select from claim_line_items o where o.claim_id = c.id and o.initially_denied) as whole,
           case when l.claim_id is null then coalesce(c.final_outcome, 'denied') = 'denied' else l.finally_denied end as "finallyDenied",
           coalesce(l.denial_reason, c.denial_reason) as reason
    from claims c left join claim_line_items l on l.claim_id = c.id and l.organization_id = c.organization_id where c.use = 'claim'`)
  const codes: Record<string, CodeCount> = {}
  const inPeriod = rows.filter(({ code, day }) => code !== null && day !== null && day >= start && day < end)
  for (const { code, modifiers, billed, allowed, decided, denied, whole, finallyDenied, reason } of inPeriod) {
    const of = (codes[code!] ??= {
      lines: 0,
      decided: 0,
      denied: 0,
      billed: 0,
      deniedBilled: 0,
      allowed: 0,
      allowedLines: 0,
      reasons: {},
      modifiers: {},
      with: {},
    })
    const isDenied = decided && (denied || (whole && parseCents(billed)! > 0))
    of.lines++
    of.billed += parseCents(billed)!
    if (decided) of.decided++
    if (isDenied) {
      of.denied++
      of.deniedBilled += parseCents(billed)!
      of.reasons[reason ?? 'Reason not stated'] = (of.reasons[reason ?? 'Reason not stated'] ?? 0) + 1
    }
    if (allowed !== null && !finallyDenied) {
      of.allowed += parseCents(allowed)!
      of.allowedLines++
    }
    if (decided) for (const modifier of modifiers.length === 0 ? [''] : new Set(modifiers)) (of.modifiers[modifier] ??= [0, 0])[isDenied ? 1 : 0]++
  }
  // Each pair of codes, claim by claim.
  for (const lines of Map.groupBy(inPeriod, ({ claim }) => claim).values()) {
    const own = [...new Set(lines.map(({ code }) => code!))]
    for (const one of own) for (const other of own) if (one !== other) codes[one]!.with[other] = (codes[one]!.with[other] ?? 0) + 1
  }
  return codes
}

/** What code_performance holds, in the same shape. */
export async function storedCodes({ db }: Context): Promise<Record<string, CodeCount>> {
  type Row = Omit<CodeCount, 'reasons' | 'modifiers' | 'with'> & {
    code: string
    denialReasons: { reason: string; denials: number }[]
    modifierCounts: { modifier: string; paid: number; denied: number }[]
    billedWith: { procedureCode: string; claims: number }[]
  }
  const rows = await db.rows<Row>(sql`
    select procedure_code as code, line_count as lines, decided_line_count as decided, denied_line_count as denied, (billed_amount * 100)::bigint as billed,
           (denied_amount * 100)::bigint as "deniedBilled", (allowed_amount * 100)::bigint as allowed, allowed_line_count as "allowedLines",
           denial_reasons as "denialReasons", modifiers as "modifierCounts", billed_with as "billedWith"
    from code_performance order by procedure_code`)
  return Object.fromEntries(
    rows.map(({ code, denialReasons, modifierCounts, billedWith, ...counts }) => [
      code,
      {
        ...counts,
        reasons: Object.fromEntries(denialReasons.map(({ reason, denials }) => [reason, denials])),
        modifiers: Object.fromEntries(modifierCounts.map(({ modifier, paid, denied }) => [modifier, [paid, denied] as [number, number]])),
        with: Object.fromEntries(billedWith.map(({ procedureCode, claims }) => [procedureCode, claims])),
      },
    ]),
  )
}
