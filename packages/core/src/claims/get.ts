import { OverturnError } from '../errors.ts'
import { dollars, parseCents } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { carcLabel, denialOf, rarcLabel, type DenialColumns } from './get-labels.ts'
import { lineageOf, type Lineage } from './get-lineage.ts'
import { matchWords } from './get-match-words.ts'
import { getClaimInput, getClaimOutput, type ClaimDetail } from './get-schemas.ts'
import { readClaim, type StoredDetail } from './get-sql.ts'
import { claimRow } from './list-sql.ts'

export const getClaim = defineOperation({
  name: 'claims.get',
  kind: 'read',
  identifies: ({ identifiers }) => identifiers,
  concerns: ({ id }) => [id],
  summary: 'Shows one claim: its lines, every decision of a payer with adjustments and remarks, its appeals and patterns.',
  input: getClaimInput,
  output: getClaimOutput,
  async run({ db, organization, now }, { id, identifiers }) {
    const stored = await db.transaction((tx) => readClaim(tx, organization.id, id, identifiers))
    if (!stored)
      throw new OverturnError('not_found', `There is no claim "${id}" in ${organization.name}. The list of claims names those there are.`, {
        command: 'overturn claims',
      })
    return { claim: detailOf(stored), asOf: now.toISOString() }
  },
})

const amount = (text: string) => dollars(parseCents(text)!)
const amountOrNull = (text: string | null) => (text === null ? null : amount(text))
const numberOrNull = (text: string | null) => (text === null ? null : Number(text))

/** Replaces the four denial columns of a row by the denial they describe. */
function withDenial<Row extends DenialColumns>({ denialReason, denialGroup, denialCarc, denialRarc, ...row }: Row) {
  return { ...row, denial: denialOf({ denialReason, denialGroup, denialCarc, denialRarc }) }
}

function detailOf(stored: StoredDetail): ClaimDetail {
  const { denialGroup, ...head } = stored.head
  const lineage = lineageOf(stored.facts)
  return {
    ...head,
    ...claimRow(head),
    allowedAmount: amountOrNull(head.allowedAmount),
    patientResponsibility: amountOrNull(head.patientResponsibility),
    openDeniedAmount: amount(head.openDeniedAmount),
    denial: denialOf({ ...head, denialGroup }),
    lines: stored.lines.map((line) => ({
      ...withDenial(line),
      units: numberOrNull(line.units),
      billedAmount: amount(line.billedAmount),
      paidAmount: amount(line.paidAmount),
      allowedAmount: amountOrNull(line.allowedAmount),
    })),
    decisions: decisionsOf(stored, lineage),
    appeals: stored.appeals.map((appeal) => ({
      ...appeal,
      recoveredAmount: amountOrNull(appeal.recoveredAmount),
      disputedAmount: amountOrNull(appeal.disputedAmount),
    })),
    patterns: stored.patterns,
    submissions: stored.submissions.map((submission) => ({ ...submission, as: kindOfSubmission(submission), billedAmount: amount(submission.billedAmount) })),
    payers: stored.payers.map((payer) => ({ ...payer, paidAmount: amountOrNull(payer.paidAmount) })),
    patient: stored.patient,
    cash: lineage.cash.map(({ day, amount: paid }) => ({ date: day, amount: dollars(paid) })),
  }
}

const kindOfSubmission = ({ frequencyCode }: { frequencyCode: string | null }) =>
  frequencyCode === '7' ? 'replacement' : frequencyCode === '8' ? 'void' : 'sent_again'

const FORWARDED = new Set(['19', '20', '21'])

/** What a decision is among the others of its claim. */
function placeOf({ id, statusCode }: { id: string; statusCode: string | null }, lineage: Lineage) {
  const row = Number(id)
  const takenBackBy = [...lineage.takesBack].find(([, original]) => original === row)?.[0]
  return {
    takesBack: lineage.takesBack.get(row)?.toString() ?? null,
    takenBackBy: takenBackBy?.toString() ?? null,
    waitsForOriginal: lineage.waiting.has(row),
    isReplaced: lineage.replaced.has(row),
    isInitial: lineage.initial === row,
    isFinal: lineage.final === row,
    isForwarded: FORWARDED.has(statusCode ?? ''),
  }
}

function decisionsOf({ decisions, decisionLines, adjustments, remarks }: StoredDetail, lineage: Lineage): ClaimDetail['decisions'] {
  /** Adjustments and remarks of one line of a decision; line 0 is the claim as a whole. */
  const explanations = (decision: string, lineNumber: number) => {
    const here = (row: { decision: string; lineNumber: number }) => row.decision === decision && row.lineNumber === lineNumber
    return {
      adjustments: adjustments
        .filter(here)
        .map(({ group, carc, ...row }) => ({ group, carc, label: carcLabel(carc), amount: amount(row.amount), quantity: numberOrNull(row.quantity) })),
      remarks: remarks.filter(here).map(({ source, rarc }) => ({ source, rarc, label: rarcLabel(rarc) })),
    }
  }
  return decisions.map(({ matchBasis, ...decision }) => ({
    ...withDenial(decision),
    ...placeOf(decision, lineage),
    match: matchBasis && { basis: matchBasis, words: matchWords[matchBasis] },
    chargeAmount: amount(decision.chargeAmount),
    paidAmount: amount(decision.paidAmount),
    patientResponsibility: amountOrNull(decision.patientResponsibility),
    allowedAmount: amountOrNull(decision.allowedAmount),
    imbalance: amount(decision.imbalance),
    ...explanations(decision.id, 0),
    lines: decisionLines
      .filter((line) => line.decision === decision.id)
      .map(({ decision: _, ...line }) => ({
        ...withDenial(line),
        chargeAmount: amount(line.chargeAmount),
        paidAmount: amount(line.paidAmount),
        allowedAmount: amountOrNull(line.allowedAmount),
        ...explanations(decision.id, line.lineNumber),
      })),
  }))
}
