import { sql } from 'drizzle-orm'
import { describeReason } from '../../src/adjudication/reasons.ts'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'

interface Claim {
  id: string
  day: IsoDate | null
  deniedOn: IsoDate | null
  use: string
  initial: string | null
  final: string | null
  duplicate: boolean
  reason: string | null
  denied: number
  open: number
  appealWindow: number | null
  filingLimit: number | null
  lines: {
    number: number
    day: IsoDate | null
    deniedOn: IsoDate | null
    denied: boolean
    still: boolean
    duplicate: boolean
    reason: string | null
    billed: number
  }[]
  appeals: { level: number; outcome: string }[]
  /** Remarks of the primary payer's decisions; line 0 is said of the claim. */
  remarks: { rarc: string; line: number | null }[]
}

/** Dollars at risk of each pattern, denial by denial in plain JavaScript: another way to patterns.total_at_risk. In cents. */
export async function recountAtRisk({ db }: Context, today: IsoDate, since: IsoDate): Promise<Record<string, number>> {
  const claims = await db.rows<Claim>(sql`
    select c.id, c.date_of_service as day, c.first_denied_on as "deniedOn", c.use, c.initial_outcome as initial, c.final_outcome as final, c.is_duplicate as duplicate,
      c.denial_reason as reason, (c.denied_amount * 100)::int as denied, (c.open_denied_amount * 100)::int as open,
      y.appeal_window_days as "appealWindow", y.timely_filing_days as "filingLimit",
      (select coalesce(json_agg(json_build_object('number', l.line_number, 'day', l.date_of_service, 'deniedOn', l.denial_date, 'denied', l.initially_denied,
        'still', l.finally_denied, 'duplicate', l.is_duplicate, 'reason', l.denial_reason, 'billed', (l.billed_amount * 100)::int)), '[]')
        from claim_line_items l where l.claim_id = c.id) as lines,
      (select coalesce(json_agg(json_build_object('level', a.level, 'outcome', a.outcome)), '[]') from claim_appeals a where a.claim_id = c.id) as appeals,
      (select coalesce(json_agg(json_build_object('rarc', r.rarc, 'line', case r.line_number when 0 then 0 else (
          select l.claim_line_number from adjudication_lines l where l.adjudication_id = a.id and l.line_number = r.line_number) end)), '[]')
        from adjudications a join adjudication_remarks r on r.adjudication_id = a.id
        where a.claim_id = c.id and a.kind = 'original' and coalesce(a.payer_rank, 'primary') = 'primary') as remarks
    from claims c left join payers y on y.id = c.payer_id`)
  const patterns = await db.rows<{ id: string; reason: string }>(sql`select id, denial_reason as reason from patterns`)
  return Object.fromEntries(
    patterns.map(({ id, reason }) => {
      const atRisk = claims
        .filter(({ day }) => day !== null && day >= since && day <= today)
        .flatMap((claim) => denialsOf(claim).filter((denial) => denial.reason === reason && isRecoverable(claim, denial, today)))
      return [id, atRisk.reduce((sum, { open }) => sum + open, 0)] as const
    }),
  )
}

interface Denial {
  line: number
  reason: string | null
  open: number
  day: IsoDate | null
  deniedOn: IsoDate | null
}

function denialsOf({ lines, ...claim }: Claim): Denial[] {
  if (claim.use !== 'claim' || claim.duplicate || claim.initial === null || claim.initial === 'paid') return []
  const denied = lines.filter((line) => line.denied)
  if (denied.length > 0)
    return denied
      .filter((line) => !line.duplicate)
      .map(({ number, reason, billed, still, day, deniedOn }) => ({
        line: number,
        reason,
        open: still ? billed : 0,
        day: day ?? claim.day,
        deniedOn: deniedOn ?? claim.deniedOn,
      }))
  const open = claim.final === 'denied' ? claim.denied : claim.final === 'partially_denied' ? Math.min(claim.open, claim.denied) : 0
  return [{ line: 0, reason: claim.reason, open, day: claim.day, deniedOn: claim.deniedOn }]
}

function isRecoverable({ appeals, remarks, appealWindow, filingLimit }: Claim, { line, reason, day, deniedOn }: Denial, today: IsoDate): boolean {
  const { remedy } = describeReason(reason ?? '')
  const says = (rarc: string) => remarks.some((remark) => remark.rarc === rarc && (remark.line === 0 || remark.line === line))
  if (remedy === 'none' || appeals.toSorted((a, b) => b.level - a.level)[0]?.outcome === 'upheld') return false
  if (remedy === 'corrected_claim' || says('MA130')) return day !== null && addDays(day, filingLimit ?? 365) >= today
  return !says('N211') && deniedOn !== null && addDays(deniedOn, appealWindow ?? 180) >= today
}
