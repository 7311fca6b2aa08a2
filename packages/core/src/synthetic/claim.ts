import type { ClaimLineRecord, ClaimPayerRecord, ClaimRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'
import type { Payer } from './payers.ts'
import { personOf, type Person } from './people.ts'
import { clinicianMix, type Clinician } from './providers.ts'
import { Random, STREAM } from './random.ts'
import type { Procedure } from './services.ts'
import { visitMix, type Visit } from './visits.ts'

/** A claim as the group submits it, with what only the generator knows of it. */
export interface Submission {
  number: number
  claim: ClaimRecord
  person: Person
  clinician: Clinician
  serviceDay: number
  submissionDay: number
  /** A second submission of an earlier claim. */
  duplicate: boolean
}

/** How often a bill is sent again because nobody answered, and how many days later. */
const DUPLICATES = 0.007
const IMPATIENCE = [14, 35] as const
const PREDETERMINATIONS = 0.002
const SAME_DAY_MODIFIER_HABIT = 0.72
const SIDE_HABIT = 0.93
const UNBUNDLE_HABIT = 0.6
const CLAIMS_PER_PATIENT = 6
const MAX_LINES = 4

export function claimIdOf(number: number): string {
  return `DEMO-${String(number + 1).padStart(7, '0')}`
}

/** Most bills leave within a week; a few lie around for weeks, and those meet the filing limits. */
function submissionDelay(random: Random): number {
  const kind = random.unit()
  if (kind < 0.82) return random.between(1, 5)
  if (kind < 0.935) return random.between(6, 14)
  return kind < 0.965 ? random.between(15, 30) : random.between(31, 75)
}

function proceduresOf(visit: Visit, random: Random): { procedure: Procedure; units: number }[] {
  const chosen: { procedure: Procedure; units: number }[] = []
  for (const { procedures, chance, units } of visit.lines) {
    if (chosen.length === MAX_LINES || (chance < 1 && !random.chance(chance))) continue
    chosen.push({ procedure: procedures.pick(random.unit()), units: random.between(units[0], units[1]) })
  }
  return chosen
}

/** The modifiers the coder puts on a line, or forgets. */
function modifiersOf({ code, group, sided, component }: Procedure, place: string, groups: ReadonlySet<string>, random: Random): string[] {
  const modifiers: string[] = []
  if (group === 'office-visit' && groups.has('procedure') && random.chance(SAME_DAY_MODIFIER_HABIT)) modifiers.push('25')
  if (component && place === '22') modifiers.push('26')
  if (sided && random.chance(SIDE_HABIT)) modifiers.push(random.chance(0.5) ? 'LT' : 'RT')
  if (code === '97140' && random.chance(UNBUNDLE_HABIT)) modifiers.push('59')
  if (group === 'therapy') modifiers.push('GP')
  if (place === '10') modifiers.push('95')
  return modifiers
}

/** Who is to pay, in order. A supplement knows its members by the number of the plan that it supplements. */
function payersOf({ payer, secondary, patient: { memberId, groupId } }: Person): ClaimPayerRecord[] {
  const entry = (rank: ClaimPayerRecord['rank'], { id, filingCode }: Payer) => ({ rank, payerId: id, memberId, groupId, filingCode, paid: null, paidOn: null })
  return secondary ? [entry('primary', payer), entry('secondary', secondary)] : [entry('primary', payer)]
}

/** Writes claim `number` of the group; the same for a seed whatever was written before. */
export function claimWriter(seed: number, calendar: Calendar, claims: number): (number: number) => Submission {
  const random = new Random()
  const people = new Random()
  const patients = Math.ceil(claims / CLAIMS_PER_PATIENT)
  const year = Number(calendar.asOf.slice(0, 4))

  const isDuplicate = (number: number) => random.start(seed, STREAM.submission, number).chance(DUPLICATES)

  /** The earlier claim that this number submits again, or null. */
  function repeated(number: number): number | null {
    if (!isDuplicate(number)) return null
    const daysBack = random.between(...IMPATIENCE)
    const day = calendar.submissionDay(number) - daysBack
    const earlier = number - Math.ceil((claims * daysBack) / (1 - calendar.firstDay))
    return day < calendar.firstDay || earlier < 0 || isDuplicate(earlier) ? null : earlier
  }

  return (number) => {
    const earlier = repeated(number)
    const content = earlier ?? number
    random.start(seed, STREAM.claim, content)
    const person = personOf(people, seed, random.between(0, patients - 1), year)
    const clinician = clinicianMix.pick(random.unit())
    const visit = visitMix[clinician.specialty].pick(random.unit())
    const submissionDay = calendar.submissionDay(number)
    let serviceDay = calendar.submissionDay(content) - submissionDelay(random)
    const weekday = calendar.weekday(serviceDay)
    if ((weekday === 0 || weekday === 6) && random.chance(0.88)) serviceDay -= weekday === 0 ? 2 : 1

    const use = random.chance(PREDETERMINATIONS) ? 'predetermination' : 'claim'
    const place = visit.places.pick(random.unit())
    const diagnosis = visit.diagnoses.pick(random.unit())
    const second = visit.diagnoses.pick(random.unit())
    const diagnosisCodes = second === diagnosis || random.chance(0.4) ? [diagnosis] : [diagnosis, second]
    const services = proceduresOf(visit, random)
    const groups = new Set<string>(services.map(({ procedure }) => procedure.group))
    const id = claimIdOf(number)
    const serviceDate = calendar.text(serviceDay)
    const renderingProviderId = clinician.record.id

    const lines: ClaimLineRecord[] = services.map(({ procedure, units }, index) => ({
      lineNumber: index + 1,
      controlNumber: `${id}-${index + 1}`,
      procedureCode: procedure.code,
      revenueCode: null,
      modifiers: modifiersOf(procedure, place, groups, random),
      diagnosisCodes,
      placeOfService: place,
      units,
      unitsType: 'UN',
      ndcCode: null,
      serviceDate,
      serviceDateEnd: serviceDate,
      billed: procedure.charge * units,
      renderingProviderId,
      editsFired: [],
      policiesTriggered: [],
      extra: {},
    }))
    const claim: ClaimRecord = {
      kind: 'claim',
      id,
      patientControlNumber: id,
      payerId: person.payer.id,
      providerId: clinician.practice.id,
      renderingProviderId,
      claimType: 'professional',
      use,
      frequencyCode: '1',
      patient: person.patient,
      serviceDate,
      serviceDateEnd: serviceDate,
      submissionDate: calendar.text(submissionDay),
      placeOfService: place,
      billed: lines.reduce((sum, { billed }) => sum + billed, 0),
      procedureCodes: services.map(({ procedure }) => procedure.code),
      diagnosisCodes,
      modifiers: [...new Set(lines.flatMap(({ modifiers }) => modifiers))],
      priorAuthorization: null,
      lines,
      appeals: [],
      policyIds: [],
      reportedStatus: null,
      reportedReason: null,
      extra: {},
      payers: payersOf(person),
    }
    return { number, claim, person, clinician, serviceDay, submissionDay, duplicate: earlier !== null }
  }
}
