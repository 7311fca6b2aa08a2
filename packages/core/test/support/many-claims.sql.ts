import { sql, type SQL } from 'drizzle-orm'
import { carcs } from '../../src/adjudication/catalogue.ts'
import { adjustmentKindOf, DUPLICATE_CARC, reasonOf } from '../../src/adjudication/reasons.ts'
import type { IsoDate } from '../../src/dates.ts'

/** Some claims of a large set: the numbers `from` to `to`, of one import. */
export interface Stretch {
  organizationId: number
  importId: number
  from: number
  to: number
  /** Claims of the whole set, which are spread over the days from `first` to `until`, in order of service. */
  total: number
  first: IsoDate
  until: IsoDate
}

export const PAYERS = 10
export const PROVIDERS = 20
export const GROUPS = 3
const REASONS = 40
/** Days that claims of one number may lie apart from the next: files of a day come in no order. */
const JITTER = 3

const list = (length: number, of: (index: number) => string): string[] => Array.from({ length }, (_, index) => of(index))
export const PROCEDURES = list(120, (index) => String(90_785 + index * 71))
export const DIAGNOSES = list(36, (index) => `${'EIJMR'[index % 5]}${10 + index}.${index % 10}`)
const PLACES = ['11', '11', '11', '22', '10', '02']

/** Codes that deny, one for each reason of the catalogue; the remarks below change the reason of none of them. */
const DENIALS = [...new Map(carcs.map(({ code }) => [reasonOf(code, []).label, code] as const).toReversed())]
  .filter(
    ([label, code]) =>
      /^\d+$/.test(code) &&
      adjustmentKindOf(code) === 'denial' &&
      label !== reasonOf(DUPLICATE_CARC, []).label &&
      ['N211', 'MA130'].every((rarc) => reasonOf(code, [rarc]).label === label),
  )
  .sort(([, a], [, b]) => Number(a) - Number(b))
  .slice(0, REASONS)

/** A whole number from 0 to below `most`, the same for the same claim and salt at every run and on every engine. */
const draw = (salt: number, most: number) => `abs(hashint8extended(n, ${salt}) % ${most})::int`

const literal = (texts: readonly string[]) => `'{${texts.map((text) => `"${text}"`).join(',')}}'::text[]`
const pick = (texts: readonly string[], salt: number) => `(${literal(texts)})[1 + ${draw(salt, texts.length)}]`
const id = (prefix: string, number: string, width: number) => `'${prefix}' || lpad((${number})::text, ${width}, '0')`

/**
 * What becomes of each claim, from its number alone. Two lines; a decision some weeks after submission, unless that is still to come; about one in
 * eight denied at first, wholly or by its second line, for one of 40 reasons, frequent and rare ones; of those some appealed, some corrected, some
 * paid after all. A few are duplicates, and some are never answered. Cents.
 */
const facts = ({ from, to, total, first, until }: Stretch): SQL => sql`
  with born as (
    select n, ${first}::date + least(greatest((n::int8 * (${until}::date - ${first}::date) / ${total}::int8)::int + ${sql.raw(draw(1, 2 * JITTER + 1))} - ${sql.raw(String(JITTER))}, 0), ${until}::date - ${first}::date) as served,
           ${until}::date as until, 1 + ${sql.raw(draw(2, PAYERS))} as payer, 1 + ${sql.raw(draw(3, PROVIDERS))} as provider,
           8000 + ${sql.raw(draw(4, 32_000))} as charge1, 2000 + ${sql.raw(draw(5, 5_900))} as charge2, ${sql.raw(draw(6, 1000))} as chance, ${sql.raw(draw(7, 100))} as fate,
           1 + ((${sql.raw(draw(8, 1000))} * ${sql.raw(draw(8, 1000))}::int8 * ${sql.raw(String(REASONS))} / 1000000))::int as main_reason, 1 + ${sql.raw(draw(9, REASONS))} as other_reason
    from generate_series(${from}::int8, ${to}::int8) as n),
  sent as (select *, least(served + 1 + ${sql.raw(draw(10, 7))}, until) as submitted from born),
  answered as (
    select *, case when ${sql.raw(draw(11, 200))} = 0 then null else nullif(least(submitted + 5 + 2 * payer + ${sql.raw(draw(12, 30))} * ${sql.raw(draw(13, 30))} / 30, until + 1), until + 1) end as decided
    from sent),
  judged as (
    select *, case when decided is null then null when chance < 60 + 3 * provider then 'denied' when chance < 90 + 3 * provider then 'partially_denied' when chance > 995 then 'duplicate' else 'paid' end as verdict
    from answered),
  pursued as (
    select *, case when verdict in ('denied', 'partially_denied') and fate < 50 then decided + 10 + ${sql.raw(draw(14, 40))} end as filed,
           case when verdict in ('denied', 'partially_denied') then case when fate < 50 then decided + 70 + ${sql.raw(draw(15, 40))} when fate between 50 and 62 then decided + 15 + ${sql.raw(draw(16, 20))} end end as settled
    from judged),
  known as (
    select *, case when filed <= until then filed end as appealed, case when settled <= until then settled end as ended, case when settled <= until and fate >= 25 then settled end as corrected,
           verdict in ('denied', 'duplicate') as denied1, verdict in ('denied', 'partially_denied', 'duplicate') as denied2
    from pursued),
  fact as materialized (
    select *, coalesce(corrected is not null, false) as won, case when verdict = 'duplicate' then 'denied' else verdict end as outcome,
           case when verdict = 'duplicate' then 0 else main_reason end as reason1, case when verdict = 'duplicate' then 0 when ${sql.raw(draw(17, 5))} = 0 then other_reason else main_reason end as reason2,
           case when ${sql.raw(draw(18, 30))} < 2 then (array['N211', 'MA130'])[1 + ${sql.raw(draw(18, 30))}] end as rarc,
           case when ${sql.raw(draw(19, 10))} < 3 then 2000 else 0 end as share1
    from known)`

/** The two lines of each claim: what was charged, why it was denied at first, and what it is paid when it is paid. */
const lines = sql`
  catalogue as (select ${sql.raw(literal(DENIALS.map(([, code]) => code)))} as carcs, ${sql.raw(literal(DENIALS.map(([label]) => label.replaceAll("'", "''"))))} as labels),
  line as materialized (
    select fact.n, l.*, coalesce(denied, false) as initially_denied, charge - charge / 5 as allowed, charge - charge / 5 - share as paid,
           case when denied then case reason when 0 then ${DUPLICATE_CARC}::text else carcs[reason] end end as carc,
           case when denied then case reason when 0 then ${reasonOf(DUPLICATE_CARC, []).label}::text else labels[reason] end end as label, case when denied then rarc end as line_rarc
    from fact cross join catalogue cross join lateral (values
      (1, ${sql.raw(pick(PROCEDURES, 20))}, charge1, denied1, reason1, share1, case when ${sql.raw(draw(22, 5))} = 0 then '{25}'::text[] else '{}' end),
      (2, ${sql.raw(pick(PROCEDURES, 21))}, charge2, denied2, reason2, 0, '{}'::text[])) as l(number, procedure, charge, denied, reason, share, modifiers)),
  head as materialized (
    select fact.*, ${sql.raw(id('C', 'fact.n', 8))} as id, ${sql.raw(id('PAY-', 'payer', 2))} as payer_id, ${sql.raw(id('PRV-', 'provider', 3))} as rendering, ${sql.raw(id('GRP-', `1 + provider % ${GROUPS}`, 1))} as billing,
           ${sql.raw(pick(PLACES, 23))} as place, ${sql.raw(pick(DIAGNOSES, 24))} as diagnosis,
           date '1940-01-01' + ${sql.raw(draw(25, 29_000))} as born_on, ${sql.raw(id('M', `abs(hashint8extended(fact.n, 26) % 400000)`, 6))} as member
    from fact)`

/** Claims and their lines with everything that is derived from the decisions below. */
const CLAIMS = sql`
  totals as (
    select n, sum(case when initially_denied and not won then 0 else paid end) as paid, sum(case when initially_denied and not won then 0 else share end) as share,
           sum(allowed) filter (where won or not initially_denied) as allowed, coalesce(sum(charge) filter (where initially_denied), 0) as denied,
           count(*) filter (where initially_denied and reason > 0) as denied_lines, array_agg(procedure order by number) as procedures, array_agg(distinct m) filter (where m is not null) as modifiers
    from line join fact using (n) left join lateral unnest(modifiers) m on true group by n),
  claim_rows as (
    insert into claims (organization_id, id, import_id, patient_control_number, payer_control_number, payer_id, provider_id, rendering_provider_id, claim_type, frequency_code, patient_dob, patient_sex,
      member_id, date_of_service, submission_date, submission_basis, place_of_service, billed_amount, procedure_codes, diagnosis_codes, modifiers,
      status, processing_date, paid_amount, patient_responsibility, allowed_amount, first_decided_on, first_denied_on, initial_outcome, final_outcome, is_duplicate,
      denial_reason, denial_group, denial_carc, denial_rarc, denied_amount, open_denied_amount, line_count, denied_line_count, duplicate_line_count, appeal_status)
    select own.organization_id, h.id, own.import_id, 'P' || h.n, case when decided is not null then 'ICN' || h.n end, payer_id, billing, rendering, 'professional', '1', born_on, case h.n % 2 when 0 then 'F' else 'M' end,
      member, served, submitted, 'stated', place, (charge1 + charge2) / 100.0, t.procedures, array[diagnosis], coalesce(t.modifiers, '{}'),
      case when decided is null then 'pending' when won then 'overturned' when outcome <> 'paid' and appealed is not null and ended is null then 'appealed' else outcome end,
      coalesce(corrected, decided), case when decided is null then 0 else t.paid end / 100.0, case when decided is not null then t.share end / 100.0, case when decided is not null then t.allowed end / 100.0,
      decided, case when outcome <> 'paid' then decided end, outcome, case when won then 'paid' else outcome end, coalesce(verdict = 'duplicate', false),
      d.label, case when d.label is not null then 'CO' end, d.carc, d.line_rarc, t.denied / 100.0, case when won then 0 else t.denied end / 100.0,
      2, t.denied_lines, case when verdict = 'duplicate' then 2 else 0 end, case when appealed is not null then case when ended is null then 'pending' when won then 'overturned' else 'upheld' end end
    from head h cross join own join totals t using (n) left join line d on d.n = h.n and d.number = case when denied1 then 1 else 2 end and d.initially_denied),
  line_rows as (
    insert into claim_line_items (organization_id, claim_id, line_number, import_id, control_number, procedure_code, modifiers, diagnosis_codes, place_of_service, units, units_type, date_of_service, billed_amount,
      status, paid_amount, allowed_amount, first_decided_on, denial_date, denial_reason, denial_group, denial_carc, denial_rarc, initially_denied, finally_denied, is_duplicate)
    select own.organization_id, h.id, l.number, own.import_id, h.n || '-' || l.number, l.procedure, l.modifiers, array[diagnosis], place, 1, 'UN', served, l.charge / 100.0,
      case when decided is null then 'pending' when not initially_denied then 'paid' when won then 'overturned' else 'denied' end,
      case when decided is null or (initially_denied and not won) then 0 else l.paid end / 100.0, case when decided is not null and (won or not initially_denied) then l.allowed end / 100.0,
      decided, case when initially_denied then decided end, label, case when initially_denied then 'CO' end, carc, line_rarc, initially_denied, initially_denied and not won, initially_denied and reason = 0
    from line l join head h using (n) cross join own)`

/** First decisions; for a claim that was paid after all, the correction, after a reversal where something had been paid. */
const DECISIONS = sql`
  decision as materialized (
    select h.*, d.position, d.kind, d.decided_on, d.kind = 'original' and d.position > 0 as correction, (own.import_id << 32) + h.n * 4 + d.position as adjudication_id,
           case d.kind when 'reversal' then -1 else 1 end as sign
    from head h cross join own cross join lateral (values (0, 'original', decided), (1, 'reversal', case when verdict = 'partially_denied' then corrected end), (2, 'original', corrected)) as d(position, kind, decided_on)
    where d.decided_on is not null),
  decided_line as materialized (
    select d.adjudication_id, d.n, d.kind, d.sign, l.number, l.procedure, l.modifiers, l.charge, l.share, l.initially_denied and not d.correction as unpaid,
           l.initially_denied and d.position = 0 as denied, l.reason = 0 as duplicate, l.paid, l.allowed, l.carc, l.label, l.line_rarc, d.served
    from decision d join line l using (n)),
  sums as (
    select adjudication_id, sum(case when unpaid then 0 else sign * paid end) as paid, sum(case when unpaid then 0 else sign * share end) as share,
           sum(sign * allowed) filter (where not unpaid) as allowed, coalesce(sum(charge) filter (where denied), 0) as denied
    from decided_line group by adjudication_id),
  adjudication_rows as (
    insert into adjudications (organization_id, id, import_id, claim_id, remittance_id, payer_id, kind, payer_rank, status_code, decided_on, charge_amount, paid_amount, patient_responsibility, allowed_amount,
      patient_control_number, payer_control_number, outcome, is_duplicate, denied_amount, denial_group, denial_carc, denial_rarc, denial_reason, match_basis)
    select own.organization_id, d.adjudication_id, own.import_id, d.id, (own.import_id << 32) + (decided_on - date '2000-01-01') * ${sql.raw(String(PAYERS))} + payer, payer_id, d.kind, case d.kind when 'original' then 'primary' end, case d.kind when 'original' then '1' else '22' end,
      decided_on, d.sign * (charge1 + charge2) / 100.0, s.paid / 100.0, case d.kind when 'original' then s.share / 100.0 end, case d.kind when 'original' then s.allowed / 100.0 end,
      'P' || d.n, 'ICN' || d.n, case when d.kind = 'original' then case when correction then 'paid' else outcome end end, verdict = 'duplicate', s.denied / 100.0,
      case when l.label is not null then 'CO' end, l.carc, l.line_rarc, l.label, 'alone'
    from decision d cross join own join sums s using (adjudication_id)
    left join decided_line l on l.adjudication_id = d.adjudication_id and l.number = case when denied1 then 1 else 2 end and l.denied),
  adjudication_line_rows as (
    insert into adjudication_lines (organization_id, adjudication_id, line_number, claim_line_number, control_number, procedure_code, modifiers, charge_amount, paid_amount, allowed_amount, units, date_of_service,
      denied, is_duplicate, denied_amount, denial_group, denial_carc, denial_rarc, denial_reason)
    select own.organization_id, adjudication_id, number, number, n || '-' || number, procedure, modifiers, sign * charge / 100.0, case when unpaid then 0 else sign * paid end / 100.0,
      case when not unpaid then sign * allowed end / 100.0, 1, served, denied, denied and duplicate, case when denied then charge else 0 end / 100.0, case when denied then 'CO' end,
      case when denied then carc end, case when denied then line_rarc end, case when denied then label end
    from decided_line cross join own),
  remark_rows as (
    insert into adjudication_remarks (organization_id, adjudication_id, line_number, position, source, rarc)
    select own.organization_id, adjudication_id, number, 1, 'LQ', line_rarc from decided_line cross join own where denied and line_rarc is not null)
  insert into adjustments (organization_id, adjudication_id, line_number, position, group_code, carc, amount)
  select own.organization_id, adjudication_id, number, a.position, a.group_code, a.carc, sign * a.amount / 100.0
  from decided_line cross join own cross join lateral (values
    (1, 'CO', case when unpaid then carc else '45' end, case when unpaid then charge else charge - allowed end), (2, 'PR', '3', case when unpaid then 0 else share end)) as a(position, group_code, carc, amount)
  where a.amount > 0`

/** Writes the claims of the stretch with their lines and decisions, in one statement. */
export const insertStretch = (stretch: Stretch): SQL => sql`
  ${facts(stretch)}, own as (select ${stretch.organizationId}::int as organization_id, ${stretch.importId}::int8 as import_id), ${lines}, ${CLAIMS}, ${DECISIONS}`

/** Writes their appeals: once the claims stand and the planner knows how many they are (db/analyze.ts says why). */
export const insertAppeals = (stretch: Stretch): SQL => sql`
  ${facts(stretch)}
  insert into claim_appeals (organization_id, claim_id, level, import_id, appeal_date, outcome, decided_on, recovered_amount, closed_by)
  select ${stretch.organizationId}::int, ${sql.raw(id('C', 'n', 8))}, 1, ${stretch.importId}::int8, appealed, case when ended is null then 'pending' when won then 'overturned' else 'upheld' end, ended,
    case when won then (case when denied1 then charge1 - charge1 / 5 - share1 else 0 end + charge2 - charge2 / 5) / 100.0 end, case when won then 'remittance' end
  from fact where appealed is not null`

/** The remittances that the decisions of an import name, one for each payer and day. */
export const insertRemittances = (organizationId: number, importId: number): SQL => sql`
  insert into remittances (organization_id, id, import_id, payer_id, trace_number, payment_method, payment_amount, payment_date, production_date)
  select ${organizationId}::int, remittance_id, ${importId}::int8, min(payer_id), 'T' || remittance_id, 'CHK', sum(paid_amount), min(decided_on), min(decided_on)
  from adjudications where organization_id = ${organizationId} and import_id = ${importId} group by remittance_id`
