import type { LineShape } from '../../../../packages/core/src/patterns/mining/claim-shape.ts'
import { DAYS_TO_SUBMISSION } from '../../../../packages/core/src/patterns/scope/condition.ts'
import type { Random } from '../../../../packages/core/src/synthetic/random.ts'
import type { Procedure } from '../../../../packages/core/src/synthetic/services.ts'
import { visitMix } from '../../../../packages/core/src/synthetic/visits.ts'
import type { Clinician, Party, Practice } from './practice.ts'

export const DAYS = 730
const LATER_DAYS = 183
const MAX_LINES = 4
/** Where the device or the room is the hospital's, which bills a part of these claims itself. */
const HOSPITAL_PLACES = new Set(['22', '24'])
const HOSPITAL_BILLS = 0.6

/** A claim that can be denied: the shape that the search sees, but with its own day, and with the outcome still open to change. */
export interface SimulatedClaim {
  day: number
  payer: string
  provider: string
  claimType: string
  submittedLaterThan: number
  lines: (LineShape & { reason: string | null })[]
  reason: string | null
  later: boolean
  count: 1
  /** Everyday chance of a denial, as a multiple of the usual. */
  factor: number
}

/** So many claims of the practice over two years, none of them denied. */
export const inventClaims = (practice: Practice, claims: number, random: Random): SimulatedClaim[] =>
  Array.from({ length: claims }, () => inventClaim(practice.clinicians.pick(random.unit()), random))

function inventClaim(clinician: Clinician, random: Random): SimulatedClaim {
  const payer: Party = clinician.payers.pick(random.unit())
  const visit = visitMix[clinician.specialty].pick(random.unit())
  const place = visit.places.pick(random.unit())
  const first = visit.diagnoses.pick(random.unit())
  const second = visit.diagnoses.pick(random.unit())
  const procedures: Procedure[] = []
  for (const option of visit.lines) if (procedures.length < MAX_LINES && random.chance(option.chance)) procedures.push(option.procedures.pick(random.unit()))
  const hasProcedure = procedures.some(({ group }) => group === 'procedure')
  const delay = Math.ceil(random.lognormal(clinician.delay, 1.1))
  const day = random.between(0, DAYS - 1)
  return {
    day,
    payer: payer.id,
    provider: clinician.practice,
    claimType: HOSPITAL_PLACES.has(place) && random.chance(HOSPITAL_BILLS) ? 'institutional' : 'professional',
    submittedLaterThan: DAYS_TO_SUBMISSION.findLast((threshold) => delay > threshold) ?? 0,
    lines: procedures.map((procedure) => ({
      procedureCode: procedure.code,
      modifiers: modifiersOf(procedure, place, hasProcedure, clinician, random),
      diagnoses: second === first || random.chance(0.4) ? [first] : [first, second],
      placeOfService: place,
      renderingProvider: clinician.id,
      reason: null,
    })),
    reason: null,
    later: day >= DAYS - LATER_DAYS,
    count: 1,
    factor: payer.factor * clinician.factor,
  }
}

/** The modifiers that belong on a line, less those that the coder forgets. */
function modifiersOf({ code, group, sided, component }: Procedure, place: string, hasProcedure: boolean, { care }: Clinician, random: Random): string[] {
  const modifiers: string[] = []
  if (group === 'office-visit' && hasProcedure && random.chance(care)) modifiers.push('25')
  if (component && place === '22') modifiers.push('26')
  if (sided && random.chance(care)) modifiers.push(random.chance(0.5) ? 'LT' : 'RT')
  if (code === '97140' && random.chance(care)) modifiers.push('59')
  if (group === 'therapy') modifiers.push('GP')
  if (place === '10') modifiers.push('95')
  return modifiers
}
