import { weighted } from './random.ts'

/** A payer and its ways. All of them are invented. */
export interface Payer {
  id: string
  name: string
  /** Share of the group's patients. */
  share: number
  /** CLP06, claim filing indicator. */
  filingCode: string
  /** Who is insured here. */
  ages: readonly [youngest: number, oldest: number]
  /** Days from service to first decision: median, and spread of the logarithm. */
  lag: readonly [median: number, spread: number]
  /** Weekdays on which it pays; 0 is Sunday. */
  payDays: readonly number[]
  /** Chance that a claim is denied for an everyday reason, outside every planted pattern. */
  denialRate: number
  /** Allowed amount as a share of the charge. */
  payRatio: number
  /** Copayment on visits in cents, coinsurance share, and how often a deductible takes the whole allowed amount in January (fades by June). */
  copay: number
  coinsurance: number
  deductible: number
  /** Share of the payment withheld by law (CARC 253), as federal programmes do. */
  sequestration: number
  /** Takes back its first decision (CLP02 22) before it decides again; the others simply decide again. */
  reverses: boolean
  /** Marks a claim denied as a whole with CLP02 4; most payers keep 1. */
  marksDenials: boolean
  /** Days after a denial within which an appeal must be filed. */
  appealDays: number
}

export const payers: readonly Payer[] = [
  {
    id: 'northfield-health',
    name: 'Northfield Health',
    share: 26,
    filingCode: '12',
    ages: [1, 64],
    lag: [14, 0.45],
    payDays: [2, 4],
    denialRate: 0.092,
    payRatio: 0.71,
    copay: 3000,
    coinsurance: 0.1,
    deductible: 0.3,
    sequestration: 0,
    reverses: true,
    marksDenials: false,
    appealDays: 180,
  },
  {
    id: 'cascade-mutual',
    name: 'Cascade Mutual',
    share: 20,
    filingCode: 'CI',
    ages: [1, 64],
    lag: [19, 0.5],
    payDays: [3],
    denialRate: 0.11,
    payRatio: 0.75,
    copay: 2500,
    coinsurance: 0.2,
    deductible: 0.35,
    sequestration: 0,
    reverses: false,
    marksDenials: true,
    appealDays: 120,
  },
  {
    id: 'union-prairie-plan',
    name: 'Union Prairie Plan',
    share: 14,
    filingCode: 'HM',
    ages: [1, 64],
    lag: [24, 0.4],
    payDays: [1, 4],
    denialRate: 0.105,
    payRatio: 0.69,
    copay: 2000,
    coinsurance: 0,
    deductible: 0.15,
    sequestration: 0,
    reverses: true,
    marksDenials: false,
    appealDays: 90,
  },
  {
    id: 'harbor-state-medicaid',
    name: 'Harbor State Medicaid',
    share: 15,
    filingCode: 'MC',
    ages: [1, 64],
    lag: [32, 0.6],
    payDays: [5],
    denialRate: 0.138,
    payRatio: 0.54,
    copay: 300,
    coinsurance: 0,
    deductible: 0,
    sequestration: 0,
    reverses: false,
    marksDenials: true,
    appealDays: 60,
  },
  {
    id: 'silver-oak-advantage',
    name: 'Silver Oak Advantage',
    share: 11,
    filingCode: '16',
    ages: [65, 94],
    lag: [17, 0.5],
    payDays: [2],
    denialRate: 0.12,
    payRatio: 0.66,
    copay: 1500,
    coinsurance: 0.05,
    deductible: 0.1,
    sequestration: 0,
    reverses: false,
    marksDenials: false,
    appealDays: 60,
  },
  {
    id: 'federal-senior-plan',
    name: 'Federal Senior Plan',
    share: 14,
    filingCode: 'MB',
    ages: [65, 94],
    lag: [15, 0.2],
    payDays: [1, 2, 3, 4, 5],
    denialRate: 0.07,
    payRatio: 0.65,
    copay: 0,
    coinsurance: 0.2,
    deductible: 0.25,
    sequestration: 0.02,
    reverses: true,
    marksDenials: false,
    appealDays: 120,
  },
]

/** The payer that takes over what the federal plan leaves to the patient, for those who have both. */
export const supplement = { primary: 'federal-senior-plan', secondary: payers[1] as Payer, share: 0.45 }

export const payerMix = weighted(payers.map((payer) => [payer, payer.share] as const))
const byId = new Map(payers.map((payer, index) => [payer.id, { payer, index }]))

export function payerIndex(id: string): number {
  return byId.get(id)?.index ?? -1
}
