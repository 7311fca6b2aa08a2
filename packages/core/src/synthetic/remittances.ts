import type { DecisionRecord, ProviderLevelAdjustmentRecord, RemittanceRecord } from '../imports/records.ts'
import type { Cents } from '../money.ts'
import type { Calendar } from './calendar.ts'
import { payerAndDayOf } from './decision.ts'
import { payers, type Payer } from './payers.ts'
import { group } from './providers.ts'
import { Random, STREAM } from './random.ts'

const INTEREST = 0.05
const RECOUPMENT = 0.02

/** Adds up what each payer pays on each day, and writes the remittances when all decisions are known: six payers by some hundred days. */
export function remittanceLedger(seed: number, calendar: Calendar) {
  const totals = new Map<number, Cents>()
  const random = new Random()

  /** Interest for late payment raises a payment (a negative PLB), an earlier overpayment taken back lowers it. */
  function providerLevel(ref: number, total: Cents, day: number): ProviderLevelAdjustmentRecord[] {
    random.start(seed, STREAM.remittance, ref)
    const chosen: [string, Cents][] = []
    if (random.chance(INTEREST)) chosen.push(['L6', -random.between(45, 2_400)])
    if (random.chance(RECOUPMENT) && total > 0) chosen.push(['WO', Math.min(random.between(4_000, 60_000), total)])
    return chosen.map(([reasonCode, amount], index) => ({
      kind: 'plb',
      remittance: ref,
      first: index === 0,
      providerIdentifier: group.npi ?? '',
      fiscalPeriodEnd: fiscalPeriodEnd(day),
      reasonCode,
      reference: `DEMO-${ref}-${index + 1}`,
      amount,
    }))
  }

  const fiscalPeriodEnd = (day: number) => `${calendar.text(day).slice(0, 4)}-12-31`

  return {
    add({ remittance, paid }: DecisionRecord): void {
      if (remittance !== null) totals.set(remittance, (totals.get(remittance) ?? 0) + paid)
    },
    *records(): Generator<RemittanceRecord | ProviderLevelAdjustmentRecord> {
      for (const [ref, total] of [...totals].sort(([left], [right]) => left - right)) {
        const { payer, day } = payerAndDayOf(ref, calendar)
        const adjustments = providerLevel(ref, total, day)
        const payment = adjustments.reduce((rest, { amount }) => rest - amount, total)
        const date = calendar.text(day)
        yield {
          kind: 'remittance',
          ref,
          payerId: (payers[payer] as Payer).id,
          payeeProviderId: group.id,
          traceNumber: `DEMO${payer + 1}${date.replaceAll('-', '')}`,
          paymentMethod: payment === 0 ? 'NON' : 'ACH',
          payment,
          paymentDate: date,
          productionDate: date,
          interchangeControl: null,
          transactionControl: String(ref).padStart(9, '0'),
        }
        yield* adjustments
      }
    },
  }
}
