import type { AppealRecord, DecisionRecord } from '../imports/records.ts'
import type { ClaimHistory } from './records.ts'

/**
 * What a format can say that knows one status per claim: how it stands. The primary payer's latest decision, with what all payers paid in
 * all, reversals taken off; of appeals the last one. Null for a predetermination, which such formats do not know.
 */
export function asStatement(history: ClaimHistory): ClaimHistory | null {
  const { claim, decisions } = history
  if (claim.use !== 'claim') return null
  const latest = decisions.findLast(({ payerRank, decisionKind }) => payerRank === 'primary' && decisionKind === 'original')
  const appeal = claim.appeals.at(-1)
  return {
    kind: 'history',
    claim: { ...claim, appeals: appeal ? [{ ...appeal, level: 1 } satisfies AppealRecord] : [] },
    decisions: latest ? [statementOf(latest, decisions)] : [],
  }
}

function statementOf(latest: DecisionRecord, all: readonly DecisionRecord[]): DecisionRecord {
  const lines = latest.lines.map((line) => ({ ...line, paid: all.reduce((sum, { lines: told }) => sum + (told[line.lineNumber - 1]?.paid ?? 0), 0) }))
  return { ...latest, remittance: null, statusCode: null, paid: all.reduce((sum, { paid }) => sum + paid, 0), lines }
}
