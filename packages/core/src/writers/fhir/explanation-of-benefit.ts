import type { AdjustmentRecord, ClaimRecord, DecisionLineRecord, DecisionRecord } from '../../imports/records.ts'
import type { Directory } from '../records.ts'
import { itemOf, submitted } from './claim.ts'
import { concept, money, type System } from './codes.ts'
import { insured, payerReference, precedenceOf } from './parties.ts'

/** How the amount of an adjustment is called, by group and CARC; all others are charges that are not covered. */
const CATEGORIES: Readonly<Record<string, readonly [System, string]>> = {
  'PR 1': ['adjudication', 'deductible'],
  'PR 2': ['carinAdjudication', 'coinsurance'],
  'PR 3': ['adjudication', 'copay'],
  'CO 45': ['carinAdjudication', 'discount'],
}

/**
 * A decision as FHIR R4 ExplanationOfBenefit, in the manner of CARIN Blue Button: adjustments are adjudications with their amount, and group,
 * CARC and RARC as reason. A later one of the same claim and payer says all that was paid so far. `number` is its place among them.
 */
export function explanationOfBenefit(claim: ClaimRecord, decision: DecisionRecord, number: number, directory: Directory) {
  const rank = decision.payerRank ?? 'primary'
  return {
    resourceType: 'ExplanationOfBenefit',
    id: `${claim.id}-${number}`,
    identifier: [{ type: concept(['carinIdentifier', 'uc']), value: decision.payerControlNumber }],
    ...submitted(claim, directory),
    ...insured(claim, rank, directory),
    insurer: payerReference(decision.payerId, directory),
    created: decision.decidedOn,
    claim: { reference: `Claim/${claim.id}` },
    outcome: 'complete',
    precedence: precedenceOf(rank),
    supportingInfo: [
      { sequence: 1, category: concept(['carinInformation', 'patientaccountnumber']), valueString: claim.patientControlNumber },
      { sequence: 2, category: concept(['carinInformation', 'clmrecvddate']), timingDate: decision.receivedOn ?? undefined },
    ],
    item: claim.lines.map((line, index) => ({ ...itemOf(line, claim), adjudication: lineAdjudication(decision.lines[index]) })),
    total: [total('submitted', decision.charge), total('benefit', decision.paid), ...(decision.allowed === null ? [] : [total('eligible', decision.allowed)])],
    payment: { date: decision.decidedOn, amount: money(decision.paid) },
  }
}

const total = (category: string, amount: number) => ({ category: concept(['adjudication', category]), amount: money(amount) })

function lineAdjudication(line: DecisionLineRecord | undefined) {
  if (!line) return undefined
  const amounts = [total('submitted', line.charge), total('benefit', line.paid), ...(line.allowed === null ? [] : [total('eligible', line.allowed)])]
  return [...amounts, ...line.adjustments.map((adjustment, index) => reasonOf(adjustment, index === 0 ? line.remarks : []))]
}

/** Remark codes stand beside the first reason of the line. */
const reasonOf = ({ group, carc, amount }: AdjustmentRecord, remarks: readonly string[]) => ({
  category: concept(CATEGORIES[`${group} ${carc}`] ?? ['carinAdjudication', 'noncovered']),
  reason: concept(['group', group], ['carc', carc], ...remarks.map((code) => ['rarc', code] as const)),
  amount: money(amount),
})
