import { specialties, type Specialty } from '../../../../packages/core/src/synthetic/providers.ts'
import { weighted, type Random, type Weighted } from '../../../../packages/core/src/synthetic/random.ts'

/** How often this payer denies, or this clinician is denied, as a multiple of the usual: everyday rates differ, and that is no pattern. */
export interface Party {
  id: string
  factor: number
}
export interface Clinician extends Party {
  /** Who bills. */
  practice: string
  specialty: Specialty
  /** Payers are not spread evenly over specialties. */
  payers: Weighted<Party>
  /** Median of the days from service to submission: habits of the office. */
  delay: number
  /** How often the coder puts a modifier on the line where it belongs. */
  care: number
}
export interface Practice {
  payers: readonly Party[]
  clinicians: Weighted<Clinician>
}

const PAYERS = 12
const CLINICIANS = 24
const PAYER_FACTOR = [0.8, 1.25] as const
const CLINICIAN_FACTOR = [0.85, 1.2] as const

const within = (random: Random, [low, high]: readonly [number, number]) => low + (high - low) * random.unit()
const id = (kind: string, number: number) => `${kind}-${String(number).padStart(2, '0')}`

/** An invented practice: another one for each data set, so that no method can be fitted to one. */
export function inventPractice(random: Random): Practice {
  const payers = Array.from({ length: PAYERS }, (_, index) => ({ id: id('payer', index + 1), factor: within(random, PAYER_FACTOR) }))
  const shares = payers.map(() => random.lognormal(1, 0.8))
  const clinicians = Array.from({ length: CLINICIANS }, (_, index): [Clinician, number] => {
    const specialty = specialties[index % specialties.length]!
    const clinician = {
      id: id('clinician', index + 1),
      factor: within(random, CLINICIAN_FACTOR),
      practice: id('practice', 1 + Math.floor(((index % specialties.length) * 3) / specialties.length)),
      specialty,
      payers: weighted(payers.map((payer, at) => [payer, shares[at]! * random.lognormal(1, 0.5)] as const)),
      delay: random.lognormal(4, 0.4),
      care: 0.5 + 0.45 * random.unit(),
    }
    return [clinician, random.lognormal(1, 0.6)]
  })
  return { payers, clinicians: weighted(clinicians) }
}
