import type { TenantTransaction } from '../db/tenant.ts'
import { namesFor } from '../patterns/search/names.sql.ts'
import { scopeSentence } from '../patterns/sentence.ts'
import { textsOf } from '../patterns/texts.ts'
import { answersOf, situationOf, speaksOf, type Answers } from './answers.ts'
import { checkedOf, type LabLine } from './claim.ts'
import { paidLineFor, type PaidLine, type Proof } from './proof.sql.ts'
import { readSubject, type Subject } from './subject.sql.ts'

type Reader = Pick<TenantTransaction, 'row' | 'rows'>

/** What edits can answer: the line that was denied, the one thing that differs on the paid line, and that line. */
export interface Edit {
  line: LabLine
  answer: Answers
  twin: PaidLine
}

export interface Prepared extends Subject {
  /** Null: no edit is the answer, or no paid claim shows one; what would have prevented it is asked instead. */
  edit: Edit | null
  /** What the case is about, without the answer; null for a pattern by reason alone. */
  situation: string | null
  /** The pattern in full. */
  sentence: string
}

/** The case of a pattern's claim as it is worked on; the same each time, as long as the organization's claims are. Null where either is gone. */
export async function prepare(tx: Reader, organizationId: number, which: { patternId: string; claimId: string }): Promise<Prepared | null> {
  const subject = await readSubject(tx, organizationId, which)
  if (!subject) return null
  const { reason, scope } = subject.pattern
  const names = await namesFor({ rows: (query) => tx.rows(query), organizationId }, scope)
  return {
    ...subject,
    edit: await editOf(tx, organizationId, subject),
    situation: scope.length === 0 ? null : scopeSentence(situationOf({ reason, scope }), names),
    sentence: scope.length === 0 ? textsOf(reason).description : `${scopeSentence(scope, names)}: ${reason}`,
  }
}

/** What is looked for on paid lines besides the answer; null where the claim does not say enough to find one. */
export function proofOf({ pattern, claim }: Subject, line: LabLine): Omit<Proof, 'shared' | 'unmet'> | null {
  const { payer } = claim.sent
  if (payer === null || claim.serviceDate === null || line.procedureCode === null) return null
  return { patternId: pattern.id, payerId: payer, serviceDate: claim.serviceDate, line }
}

async function editOf(tx: Reader, organizationId: number, subject: Subject): Promise<Edit | null> {
  const { pattern, claim } = subject
  const checked = checkedOf(claim, claim.sent)
  const line = claim.sent.lines.find((one, at) => claim.denied.includes(one.lineNumber) && speaksOf(pattern, checked, checked.lines[at]!))
  const base = line && proofOf(subject, line)
  if (!base) return null
  const { conditions, authorization } = answersOf(pattern)
  const without = (condition: object) => pattern.scope.filter((one) => one !== condition)
  const tries = authorization
    ? [{ answer: { conditions: [], authorization }, proof: { shared: pattern.scope, unmet: [], shows: { authorization } } }]
    : conditions.map((condition) => ({ answer: { conditions: [condition], authorization }, proof: { shared: without(condition), unmet: [condition] } }))
  for (const { answer, proof } of tries) {
    const twin = await paidLineFor(tx, organizationId, { ...base, ...proof })
    if (twin) return { line, answer, twin }
  }
  return null
}
