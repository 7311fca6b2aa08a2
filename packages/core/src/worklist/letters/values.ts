import { carcLabel, rarcLabel } from '../../claims/get-labels.ts'
import type { ClaimDetail } from '../../claims/get-schemas.ts'
import type { IsoDate } from '../../dates.ts'
import { dollars } from '../../money.ts'
import type { LetterFacts } from './facts.sql.ts'
import type { PlaceValues } from './places.ts'

const moneyFormat = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
const amountText = (amount: number) => moneyFormat.format(amount)
const dayText = (day: IsoDate | null) => (day === null ? null : dayFormat.format(new Date(`${day}T00:00:00Z`)))
/** Nothing is an open place, not an empty line. */
const orNull = (text: string | null | undefined) => (text === undefined || text === null || text.trim() === '' ? null : text.trim())
const listed = (lines: readonly string[]) => (lines.length === 0 ? null : lines.map((line) => `- ${line}`).join('\n'))
const withModifiers = (code: string | null, modifiers: readonly string[]) => [code ?? 'without a procedure code', ...modifiers].join('-')

export interface LetterOf {
  claim: ClaimDetail
  facts: LetterFacts
  organization: string
  today: IsoDate
}

/** What stands in the places of a letter; null where it is not known. Amounts are dollars. */
export function placeValues({ claim, facts, organization, today }: LetterOf): PlaceValues {
  const { patient } = claim
  return {
    date: dayText(today),
    organization,
    letterhead: orNull(facts.letterhead),
    payer: orNull(claim.payerName ?? claim.payerId),
    'payer.address': orNull(facts.payerAddress),
    'patient.name': orNull(patient?.name),
    'patient.birthDate': dayText(patient?.birthDate ?? null),
    'member.id': orNull(patient?.memberId),
    'claim.number': orNull(claim.patientControlNumber) ?? claim.id,
    'payer.claimNumber': orNull(claim.payerControlNumber),
    'service.date': dayText(claim.dateOfService),
    'decision.date': dayText(claim.firstDeniedOn),
    'denial.reasons': orNull(reasonsOf(claim).join('; ')),
    'denied.amount': claim.openDeniedAmount > 0 ? amountText(claim.openDeniedAmount) : null,
    lines: listed(deniedLines(claim).map(lineText)),
    evidence: listed(evidenceOf(claim, facts)),
    deadline: dayText(facts.deadline),
  }
}

const deniedLines = ({ lines }: ClaimDetail) => lines.filter(({ finallyDenied }) => finallyDenied)

/** Why something of it is still denied: by its lines, else by the claim as a whole. */
export function reasonsOf(claim: ClaimDetail): string[] {
  const ofLines = deniedLines(claim).flatMap(({ denial }) => denial?.reason ?? [])
  return [...new Set(ofLines.length > 0 ? ofLines : claim.denial ? [claim.denial.reason] : [])]
}

function lineText({ lineNumber, procedureCode, revenueCode, modifiers, diagnosisCodes, dateOfService, billedAmount }: ClaimDetail['lines'][number]): string {
  const parts = [
    `Line ${lineNumber}: ${withModifiers(procedureCode ?? revenueCode, modifiers)}`,
    dayText(dateOfService),
    diagnosisCodes.length > 0 ? `diagnosis ${diagnosisCodes.join(', ')}` : null,
    `charged ${amountText(billedAmount)}`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

type Decision = ClaimDetail['decisions'][number]
type Explained = Pick<Decision, 'adjustments' | 'remarks'>

/** The latest decision that denied something and still stands, in words; the policies whose conditions the lines meet; what the payer paid elsewhere. */
function evidenceOf(claim: ClaimDetail, { policies, twin }: LetterFacts): string[] {
  const standing = claim.decisions.filter(
    ({ kind, isReplaced, takenBackBy, denial, lines }) =>
      kind === 'original' && !isReplaced && takenBackBy === null && (denial !== null || lines.some(({ denied }) => denied)),
  )
  const decision = standing.at(-1)
  return [
    ...(decision ? decisionText(decision) : []),
    ...policies.map(
      ({ name, source, codes }) => `The policy "${name}"${source ? ` (${source})` : ''} speaks of ${codes.length > 0 ? codes.join(', ') : 'this service'}.`,
    ),
    ...(twin ? [twinText(twin)] : []),
  ]
}

function decisionText(decision: Decision): string[] {
  const day = dayText(decision.decidedOn)
  const of = day === null ? 'Your decision' : `Your decision of ${day}`
  const whole = explained(decision)
  const lines = decision.lines
    .filter(({ denied }) => denied)
    .map(
      (line) =>
        `${of}, line ${line.claimLineNumber ?? line.lineNumber} (${withModifiers(line.procedureCode ?? line.revenueCode, line.modifiers)}): ${explained(line) ?? 'no reason stated'}`,
    )
  return [...(whole === null ? [] : [`${of}: ${whole}`]), ...lines]
}

function explained({ adjustments, remarks }: Explained): string | null {
  const parts = [
    ...adjustments.map(({ group, carc, amount }) => `${group}-${carc}${labelled(carcLabel(carc))}, ${amountText(amount)}`),
    ...remarks.map(({ rarc }) => `remark ${rarc}${labelled(rarcLabel(rarc))}`),
  ]
  return parts.length === 0 ? null : parts.join('; ')
}
const labelled = (label: string | null) => (label === null ? '' : ` (${label})`)

function twinText({ lineNumber, procedureCode, modifiers, placeOfService, billed, paid }: NonNullable<LetterFacts['twin']>): string {
  const place = placeOfService === null ? '' : ` at place of service ${placeOfService}`
  return `Within a week of line ${lineNumber} you paid ${amountText(dollars(paid))} of ${amountText(dollars(billed))} for ${withModifiers(procedureCode, modifiers)}${place}.`
}
