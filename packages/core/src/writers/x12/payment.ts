import type { ProviderLevelAdjustmentRecord, RemittanceRecord } from '../../imports/records.ts'
import type { Directory } from '../records.ts'
import { ADDRESS, BANK, COMPANY, CONTACT, taxIdText } from './places.ts'
import { amountText, compactDate, composite, plain, segment } from './segments.ts'

/** A PLB holds six pairs of reason and amount. */
const PAIRS = 6

/** The header of an 835: who pays whom, how much and when (BPR, TRN, DTM, N1). A payment of nothing is a notice (BPR01 H). */
export function paymentHeader(remittance: RemittanceRecord, { payers, providers }: Directory): string {
  const { payment, paymentMethod, paymentDate, productionDate, payerId, payeeProviderId } = remittance
  const payee = providers.get(payeeProviderId)
  const accounts = paymentMethod === 'ACH' ? ['CCP', ...BANK, COMPANY, null, ...BANK] : Array.from({ length: 11 }, () => null)
  return (
    segment('BPR', paymentMethod === 'NON' ? 'H' : 'I', amountText(payment), 'C', paymentMethod, ...accounts, compactDate(paymentDate)) +
    segment('TRN', 1, plain(remittance.traceNumber), COMPANY) +
    (productionDate ? segment('DTM', '405', compactDate(productionDate)) : '') +
    segment('N1', 'PR', plain(payers.get(payerId)?.name ?? payerId), 'XV', plain(payerId)) +
    ADDRESS +
    segment('PER', 'BL', ...CONTACT) +
    segment('N1', 'PE', plain(payee?.name ?? payeeProviderId), payee?.npi ? 'XX' : 'FI', payee?.npi ?? plain(payeeProviderId)) +
    ADDRESS +
    (payee?.taxId ? segment('REF', 'TJ', taxIdText(payee.taxId)) : '')
  )
}

/** PLB segments: pairs of one provider and fiscal period, up to six in each. A positive amount lowers the payment. */
export function providerLevel(adjustments: readonly ProviderLevelAdjustmentRecord[]): string {
  const groups: ProviderLevelAdjustmentRecord[][] = []
  for (const adjustment of adjustments) {
    const open = groups.at(-1)
    if (open && !adjustment.first && open.length < PAIRS) open.push(adjustment)
    else groups.push([adjustment])
  }
  return groups
    .map((pairs) => {
      const { providerIdentifier, fiscalPeriodEnd } = pairs[0]!
      const elements = pairs.flatMap(({ reasonCode, reference, amount }) => [composite(reasonCode, plain(reference)), amountText(amount)])
      return segment('PLB', providerIdentifier, compactDate(fiscalPeriodEnd), ...elements)
    })
    .join('')
}
