import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'

interface Line {
  number: number
  code: string | null
  /** Its code; of a claim without lines, which is one line of its own, all of them. */
  codes: string[]
  modifiers: string[]
  diagnoses: string[]
  place: string | null
  day: IsoDate | null
  units: number | null
  billed: number
  denied: boolean
  duplicate: boolean
}
interface Claim {
  id: string
  day: IsoDate | null
  use: string
  type: string | null
  place: string | null
  diagnoses: string[]
  member: string | null
  name: string | null
  born: IsoDate | null
  initial: string | null
  duplicate: boolean
  lines: Line[]
  whole: Pick<Line, 'codes' | 'modifiers' | 'billed'>
  appeals: { filed: IsoDate | null; decided: IsoDate | null; outcome: string }[]
}
interface Policy {
  id: string
  mode: string
  from: IsoDate | null
  to: IsoDate | null
  ageMin: number | null
  ageMax: number | null
  most: number | null
  period: string | null
  days: number | null
  codes: string[]
  conditions: { kind: string; code: string }[]
}

interface Found {
  claim: Claim
  line: Line
  day: IsoDate
  units: number
  patient: string | null
  bears: boolean
}

/** Everything there is, read plainly. Amounts in cents. */
async function read({ db }: Pick<Context, 'db'>) {
  const claims = await db.rows<Claim>(sql`
    select c.id, c.date_of_service as day, c.use, c.claim_type as type, c.place_of_service as place, c.diagnosis_codes as diagnoses, c.member_id as member, c.patient_name as name,
      c.patient_dob as born, c.initial_outcome as initial, c.is_duplicate as duplicate,
      (select coalesce(json_agg(json_build_object('number', l.line_number, 'code', l.procedure_code, 'modifiers', l.modifiers, 'diagnoses', l.diagnosis_codes, 'place', l.place_of_service,
        'day', l.date_of_service, 'units', l.units, 'billed', (l.billed_amount * 100)::int, 'denied', l.initially_denied, 'duplicate', l.is_duplicate)), '[]')
       from claim_line_items l where l.claim_id = c.id) as lines,
      json_build_object('codes', c.procedure_codes, 'modifiers', c.modifiers, 'billed', (c.denied_amount * 100)::int) as whole,
      (select coalesce(json_agg(json_build_object('filed', a.appeal_date, 'decided', a.decided_on, 'outcome', a.outcome)), '[]') from claim_appeals a where a.claim_id = c.id) as appeals
    from claims c`)
  for (const claim of claims) {
    for (const line of claim.lines) line.codes = line.code === null ? [] : [line.code]
    const { whole, initial } = claim
    const alone = { number: 0, code: null, diagnoses: [], place: null, day: null, units: null, denied: initial === 'denied', duplicate: false }
    if (claim.lines.length === 0) claim.lines.push({ ...alone, ...whole })
  }
  const policies = await db.rows<Policy>(sql`
    select p.id, p.mode, p.effective_date as from, p.end_date as to, p.age_min as "ageMin", p.age_max as "ageMax", p.frequency_limit_count as most, p.frequency_limit_period as period,
      p.frequency_limit_days as days, array(select code from policy_procedure_codes c where c.policy_id = p.id) as codes,
      (select coalesce(json_agg(json_build_object('kind', k.kind, 'code', k.code)), '[]') from policy_conditions k where k.policy_id = p.id) as conditions
    from policies p`)
  return { claims, policies }
}

const listOf = ({ conditions }: Policy, kind: string) => conditions.filter((condition) => condition.kind === kind).map(({ code }) => code)
const none = (list: readonly string[]) => list.length === 0

function ageAt(day: IsoDate, born: IsoDate): number {
  const [years, later] = [Number(day.slice(0, 4)) - Number(born.slice(0, 4)), day.slice(5) >= born.slice(5)]
  return later ? years : years - 1
}

function meets(policy: Policy, claim: Claim, line: Line, day: IsoDate): boolean {
  const required = listOf(policy, 'modifier_required')
  const diagnoses = listOf(policy, 'diagnosis_code')
  const places = listOf(policy, 'place_of_service')
  const types = listOf(policy, 'claim_type')
  const forbidden = listOf(policy, 'modifier_forbidden')
  const isLimited = policy.ageMin !== null || policy.ageMax !== null
  if (none(policy.codes) && none(required) && none(diagnoses) && none(places) && none(forbidden) && !isLimited && policy.most === null) return false
  if (!none(policy.codes) && !line.codes.some((code) => policy.codes.includes(code))) return false
  const own = (none(line.diagnoses) ? claim.diagnoses : line.diagnoses).map((code) => code.replaceAll('.', ''))
  const named = (wanted: string, code: string) => (wanted.endsWith('*') ? code.startsWith(wanted.slice(0, -1)) : code === wanted)
  if (!none(diagnoses) && !diagnoses.some((wanted) => own.some((code) => named(wanted.replaceAll('.', ''), code)))) return false
  if (line.modifiers.some((modifier) => forbidden.includes(modifier))) return false
  if (!none(places) && !places.includes(line.place ?? claim.place ?? '')) return false
  if (!none(types) && claim.type !== null && !types.includes(claim.type)) return false
  if (day < (policy.from ?? day) || day > (policy.to ?? day)) return false
  if (!isLimited) return true
  if (claim.born === null || claim.born > day) return false
  const age = ageAt(day, claim.born)
  return age >= (policy.ageMin ?? 0) && age <= (policy.ageMax ?? age)
}

function startOf(day: IsoDate, { period, days }: Policy): IsoDate {
  if (period === 'day') return day
  if (period === 'week') return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
  if (period === 'month') return `${day.slice(0, 8)}01`
  return period === 'year' ? `${day.slice(0, 5)}01-01` : addDays(day, 1 - days!)
}

const order = ({ day, claim, line }: Found) => `${day} ${claim.id} ${String(line.number).padStart(4, '0')}`

/** The lines of each policy that meet everything, and those that lack the required modifier alone; one by one in plain JavaScript. */
function hitsOf(policy: Policy, claims: readonly Claim[]): Found[] {
  const required = listOf(policy, 'modifier_required')
  const met: Found[] = []
  for (const claim of claims) {
    if (claim.use !== 'claim' || claim.duplicate || claim.day === null) continue
    for (const line of claim.lines) {
      const day = line.day ?? claim.day
      if (line.duplicate || !meets(policy, claim, line, day)) continue
      const bears = none(required) || line.modifiers.some((modifier) => required.includes(modifier))
      if (!bears && none(policy.codes)) continue
      const who = claim.member?.trim() || claim.name?.trim().toLowerCase() || null
      const patient = who === null || claim.born === null ? null : `${claim.member?.trim() ? 'number' : 'name'} ${who} ${claim.born}`
      met.push({ claim, line, day, units: line.units ?? 1, patient, bears })
    }
  }
  const { most } = policy
  if (most === null || (policy.period === null && policy.days === null)) return met
  return met.filter((found) => {
    if (found.patient === null) return false
    const before = met.filter(
      (other) => other.bears && other.patient === found.patient && other.day >= startOf(found.day, policy) && order(other) < order(found),
    )
    return before.reduce((sum, { units }) => sum + units, found.units) > most
  })
}

const MEASURES = ['hits', 'denied', 'dollars', 'appealedClaims', 'decidedClaims', 'wonClaims', 'without', 'withoutDenied', 'appeals', 'decided', 'won'] as const
type Row = Record<(typeof MEASURES)[number], number>

/** Hits, and the days of the policies, counted another way. */
export async function recountPolicies(context: Pick<Context, 'db'>) {
  const { claims, policies } = await read(context)
  const hits: Record<string, string[]> = {}
  const rows = new Map<string, Row>()
  for (const policy of policies.filter(({ mode }) => mode === 'active' || mode === 'observation')) {
    const add = (day: IsoDate | null, changes: Partial<Row>) => {
      if (day === null) return
      const row = rows.get(`${policy.id} ${day}`) ?? (Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Row)
      for (const [measure, change] of Object.entries(changes)) row[measure as keyof Row] += change
      rows.set(`${policy.id} ${day}`, row)
    }
    const found = hitsOf(policy, claims)
    const names = found.filter(({ bears }) => bears).map(({ claim, line }) => `${claim.id}/${line.number}`)
    if (names.length > 0) hits[policy.id] = names.sort()
    for (const [claim, lines] of Map.groupBy(found, ({ claim }) => claim)) {
      if (claim.initial === null) continue
      const isWhole = claim.initial === 'denied' && !claim.lines.some((line) => line.denied && !line.duplicate)
      const denied = lines.filter(({ line }) => line.denied || isWhole)
      const counted = denied.filter(({ bears }) => bears)
      if (lines.some(({ bears }) => bears)) add(claim.day, { hits: 1 })
      if (lines.some(({ bears }) => !bears)) add(claim.day, { without: 1, withoutDenied: Number(denied.some(({ bears }) => !bears)) })
      if (counted.length === 0) continue
      const decided = claim.appeals.filter(({ outcome }) => outcome !== 'pending')
      const won = decided.filter(({ outcome }) => outcome !== 'upheld')
      add(claim.day, {
        denied: 1,
        dollars: counted.reduce((sum, { line }) => sum + line.billed, 0),
        appealedClaims: Number(claim.appeals.length > 0),
        decidedClaims: Number(decided.length > 0),
        wonClaims: Number(won.length > 0),
      })
      for (const appeal of claim.appeals) add(appeal.filed, { appeals: 1 })
      for (const appeal of decided) add(appeal.decided, { decided: 1, won: Number(appeal.outcome !== 'upheld') })
    }
  }
  return { hits, days: Object.fromEntries([...rows].sort()) }
}

/** The same from the tables. */
export async function storedPolicyDays({ db }: Pick<Context, 'db'>) {
  const rows = await db.rows<Row & { policy: string; day: IsoDate }>(sql`
    select policy_id as policy, metric_date as day, hit_count as hits, denied_count as denied, (dollars_denied * 100)::int as dollars, appealed_claim_count as "appealedClaims",
           appeal_decided_claim_count as "decidedClaims", overturned_claim_count as "wonClaims", without_modifier_count as without, without_modifier_denied_count as "withoutDenied",
           appeal_count as appeals, appeals_decided_count as decided, overturn_count as won
    from policy_daily_metrics order by policy_id, metric_date`)
  return Object.fromEntries(rows.map(({ policy, day, ...numbers }) => [`${policy} ${day}`, numbers]))
}
