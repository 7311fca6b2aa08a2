import { NOT_DENIED, type LineFacts, type LineVerdict } from '../../src/adjudication/rules.ts'
import { decimalText } from '../../src/money.ts'
import { cents, chargeOf, decisionsOf, linesOf, type Decision } from './claim-decisions.ts'
import type { ClaimSpec, ClaimTable, LineSpec } from './claims.ts'

export type Row = Record<string, unknown>
export type Rows = Record<ClaimTable, Row[]>

export function emptyRows(): Rows {
  return {
    payers: [],
    providers: [],
    claims: [],
    claim_line_items: [],
    claim_appeals: [],
    adjudications: [],
    adjudication_lines: [],
    adjustments: [],
    adjudication_remarks: [],
  }
}

/** Adds the rows of one claim. `owner` holds the columns organization_id and import_id. */
export function claimRows(owner: { organization_id: number; import_id: number }, index: number, spec: ClaimSpec, rows: Rows): void {
  const { organization_id, import_id } = owner
  const lines = linesOf(spec)
  const decisions = decisionsOf(spec, lines)
  const payer_id = spec.payer === undefined ? 'P1' : spec.payer
  const provider_id = spec.provider === undefined ? 'DR1' : spec.provider
  if (payer_id !== null) rows.payers.push({ organization_id, id: payer_id, name: `Payer ${payer_id}` })
  for (const id of [provider_id, spec.rendering]) if (id) rows.providers.push({ organization_id, id, name: `Provider ${id}` })
  rows.claims.push({ ...owner, payer_id, provider_id, ...claimRow(spec, lines) })
  lines.forEach((line, position) => rows.claim_line_items.push({ ...owner, ...lineRow(spec, line, position) }))
  for (const [level, appeal] of (spec.appeals ?? []).entries()) {
    const recovered = appeal.recovered === undefined ? null : appeal.recovered
    rows.claim_appeals.push({
      ...owner,
      claim_id: spec.id,
      level: level + 1,
      appeal_date: appeal.filed,
      outcome: appeal.outcome ?? 'pending',
      decided_on: appeal.decided ?? null,
      recovered_amount: recovered,
    })
  }
  decisions.forEach((decision, position) => {
    const id = import_id * 2 ** 32 + index * 16 + position
    decisionRows({ organization_id, import_id, id, claim_id: spec.id, payer_id }, decision, lines, rows)
  })
}

/** A claim as it was submitted; src/adjudication/derive.ts writes the rest. */
function claimRow(spec: ClaimSpec, lines: readonly LineSpec[]): Row {
  return {
    id: spec.id,
    patient_control_number: spec.id,
    rendering_provider_id: spec.rendering ?? null,
    claim_type: spec.claimType ?? 'professional',
    use: spec.use ?? 'claim',
    date_of_service: spec.served ?? null,
    submission_date: spec.submitted ?? null,
    submission_basis: spec.submitted ? 'stated' : null,
    place_of_service: spec.placeOfService ?? null,
    billed_amount: decimalText(chargeOf(spec, lines)),
    procedure_codes: unique(lines.map((line) => line.procedure)),
    diagnosis_codes: unique([...(spec.diagnoses ?? []), ...lines.flatMap((line) => line.diagnoses ?? [])]),
    modifiers: unique(lines.flatMap((line) => line.modifiers ?? [])),
    policy_ids: [],
    extra: {},
  }
}

const unique = (codes: readonly (string | undefined)[]) => [...new Set(codes.filter((code) => code !== undefined))]

function lineRow(spec: ClaimSpec, line: LineSpec, position: number): Row {
  return {
    claim_id: spec.id,
    line_number: position + 1,
    procedure_code: line.procedure ?? null,
    modifiers: line.modifiers ?? [],
    diagnosis_codes: line.diagnoses ?? spec.diagnoses ?? [],
    place_of_service: line.placeOfService ?? spec.placeOfService ?? null,
    units: 1,
    date_of_service: spec.served ?? null,
    billed_amount: decimalText(cents(line.billed)),
    edits_fired: [],
    policies_triggered: [],
    extra: {},
  }
}

interface DecisionKey {
  organization_id: number
  import_id: number
  id: number
  claim_id: string
  payer_id: string | null
}

function decisionRows(key: DecisionKey, decision: Decision, specs: readonly LineSpec[], rows: Rows): void {
  const { organization_id, id: adjudication_id } = key
  rows.adjudications.push({
    ...key,
    kind: decision.kind,
    payer_rank: decision.rank,
    status_code: decision.kind === 'reversal' ? '22' : '1',
    decided_on: decision.on,
    charge_amount: decimalText(decision.charge),
    paid_amount: decimalText(decision.paid),
    outcome: decision.outcome,
    ...verdictColumns({ ...decision.denial, denied: decision.verdict.denied, duplicate: decision.duplicate }),
  })
  rows.adjustments.push(...adjustmentRows({ organization_id, adjudication_id, line_number: 0 }, decision))
  rows.adjudication_remarks.push(...remarkRows({ organization_id, adjudication_id, line_number: 0, source: 'MOA' }, decision))
  decision.lines.forEach((line, at) => {
    const keyOfLine = { organization_id, adjudication_id, line_number: at + 1 }
    rows.adjudication_lines.push({
      ...keyOfLine,
      claim_line_number: at + 1,
      procedure_code: specs[at]?.procedure ?? null,
      modifiers: specs[at]?.modifiers ?? [],
      charge_amount: decimalText(line.charge),
      paid_amount: decimalText(line.paid),
      ...verdictColumns(decision.lineVerdicts[at] ?? NOT_DENIED),
    })
    rows.adjustments.push(...adjustmentRows(keyOfLine, line))
    rows.adjudication_remarks.push(...remarkRows({ ...keyOfLine, source: 'LQ' }, line))
  })
}

function verdictColumns({ denied, duplicate, deniedAmount, group, carc, rarc, reason }: LineVerdict): Row {
  return {
    denied,
    is_duplicate: duplicate,
    denied_amount: decimalText(deniedAmount),
    denial_group: group,
    denial_carc: carc,
    denial_rarc: rarc,
    denial_reason: reason,
    imbalance: '0',
  }
}

const adjustmentRows = (key: Row, { adjustments }: LineFacts): Row[] =>
  adjustments.map(({ group, carc, amount }, at) => ({ ...key, position: at + 1, group_code: group, carc, amount: decimalText(amount) }))

const remarkRows = (key: Row, { remarks }: LineFacts): Row[] => remarks.map((rarc, at) => ({ ...key, position: at + 1, rarc }))
