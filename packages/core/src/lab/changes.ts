import { procedureGroupOf } from '../codes/groups.ts'
import { groupName } from '../patterns/sentence.ts'
import type { LabClaim, LabLine } from './claim.ts'

export const changeKinds = [
  'modifiers',
  'diagnoses',
  'placeOfService',
  'authorization',
  'units',
  'charge',
  'procedure',
  'provider',
  'payer',
  'daysToSubmission',
  'lineRemoved',
  'lineAdded',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  kind: ChangeKind
  /** Null: of the claim as a whole. */
  lineNumber: number | null
  before: string | null
  after: string | null
  /** Why it is no fix; null where a claim may be put right so. */
  evades: string | null
}

/** What was edited, the claim first, then line by line. */
export function changesOf(sent: LabClaim, edited: LabClaim): Change[] {
  const of = (kind: ChangeKind, before: string | null, after: string | null, evades: string | null = null): Change[] =>
    before === after ? [] : [{ kind, lineNumber: null, before, after, evades }]
  const authorization = (given: boolean) => (given ? 'present' : 'absent')
  return [
    ...of('payer', sent.payer, edited.payer, 'Who has to pay is not a choice: another payer would deny it as not covered there.'),
    ...of(
      'authorization',
      authorization(sent.hasAuthorization),
      authorization(edited.hasAuthorization),
      sent.hasAuthorization ? 'An authorization that was given belongs on the claim.' : null,
    ),
    ...of('daysToSubmission', number(sent.daysToSubmission), number(edited.daysToSubmission), 'A claim that has been sent cannot be sent earlier.'),
    ...sent.lines.flatMap((line) =>
      lineChanges(
        line,
        edited.lines.find(({ lineNumber }) => lineNumber === line.lineNumber),
      ),
    ),
    ...edited.lines
      .filter(({ lineNumber }) => !sent.lines.some((line) => line.lineNumber === lineNumber))
      .map(({ lineNumber, procedureCode }) => ({
        kind: 'lineAdded' as const,
        lineNumber,
        before: null,
        after: procedureCode,
        evades: 'A line stands for a service that was rendered; there was none beyond these.',
      })),
  ]
}

function lineChanges(sent: LabLine, edited: LabLine | undefined): Change[] {
  const { lineNumber, procedureCode } = sent
  if (!edited)
    return [{ kind: 'lineRemoved', lineNumber, before: procedureCode, after: null, evades: 'The service was rendered. Without its line nobody pays for it.' }]
  const of = (kind: ChangeKind, before: string | null, after: string | null, evades: string | null = null): Change[] =>
    before === after ? [] : [{ kind, lineNumber, before, after, evades }]
  return [
    ...of('procedure', procedureCode, edited.procedureCode, otherService(procedureCode, edited.procedureCode)),
    ...of('modifiers', list(sent.modifiers), list(edited.modifiers)),
    ...of('diagnoses', list(sent.diagnosisCodes), list(edited.diagnosisCodes), droppedDiagnosis(sent.diagnosisCodes, edited.diagnosisCodes)),
    ...of(
      'placeOfService',
      sent.placeOfService,
      edited.placeOfService,
      edited.placeOfService === null ? 'A line without a place of service is incomplete; no payer pays that.' : null,
    ),
    ...of('provider', sent.provider, edited.provider, 'Who rendered the service is a fact, whoever the payer would pay.'),
    ...of('units', number(sent.units), number(edited.units), anotherClaim('the units', lineNumber)),
    ...of('charge', number(sent.billedAmount), number(edited.billedAmount), anotherClaim('the charge', lineNumber)),
  ]
}

/** What was done how often and for how much is no reason of a denial that is practiced here: whoever changes it asks for other money. */
const anotherClaim = (what: string, lineNumber: number): string => `Also changed: ${what} of line ${lineNumber}. On the real claim that would be another claim.`

/** A code says what was done: another one would be a claim for something else. */
function otherService(before: string | null, after: string | null): string {
  const [was, is] = [procedureGroupOf(before), procedureGroupOf(after)]
  if (was !== null && is !== null && was !== is) return `It was ${groupName(was)}, not ${groupName(is)}: a claim says what was done.`
  return 'The code says what was done; another code is right only where the record says so, and nothing of that is known here.'
}

/** Another diagnosis may be the right one; none in its place only says less of why it was done. */
function droppedDiagnosis(before: readonly string[], after: readonly string[]): string | null {
  const removed = before.some((code) => !after.includes(code))
  const added = after.some((code) => !before.includes(code))
  return removed && !added ? 'A diagnosis that was made is not left out: put the one that the record supports in its place.' : null
}

const number = (value: number | null): string | null => (value === null ? null : String(value))
/** The order of modifiers and diagnoses on a line is not what a payer denies here. */
const list = (values: readonly string[]): string => [...new Set(values)].sort().join(', ')
