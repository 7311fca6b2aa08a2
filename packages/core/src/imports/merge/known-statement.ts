import type { StoredDecision } from '../../adjudication/load.ts'
import { claimOutcome } from '../../adjudication/rules.ts'
import type { DecisionRecord } from '../records.ts'

/**
 * Sources that name their claims tell the same decision again at every export; once is enough. It is compared with the latest that such a
 * source said of the claim in an earlier import, lines included: a payment that is corrected and corrected back is said three times.
 */
export function isKnownStatement(record: DecisionRecord, decisions: readonly StoredDecision[], importId: number): boolean {
  if (record.claimId === null || record.remittance !== null) return false
  const latest = decisions.findLast((decision) => decision.remittanceId === null && decision.importId !== importId)
  return latest !== undefined && told(latest) === toldBy(record)
}

const told = ({ kind, rank, decidedOn, charge, paid, outcome, denial, reportedReason, lines }: StoredDecision): string =>
  JSON.stringify([
    [kind, rank, decidedOn, charge, paid, outcome, denial.reason, reportedReason],
    lines.map((line) => [line.lineNumber, line.procedureCode, line.charge, line.paid, line.allowed, line.denied, line.reason]),
  ])

function toldBy({ decisionKind, payerRank, decidedOn, charge, paid, verdict, reportedReason, lines }: DecisionRecord): string {
  const { outcome, denial } = claimOutcome(verdict, lines)
  const inOrder = [...lines].sort((a, b) => a.lineNumber - b.lineNumber)
  return JSON.stringify([
    [decisionKind, payerRank, decidedOn, charge, paid, decisionKind === 'original' ? outcome : null, denial.reason, reportedReason],
    inOrder.map((line) => [line.lineNumber, line.procedureCode, line.charge, line.paid, line.allowed, line.verdict.denied, line.verdict.reason]),
  ])
}
