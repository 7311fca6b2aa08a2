import { sql } from 'drizzle-orm'
import { readChecks } from '../checks/row.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { scopeFrom } from '../patterns/scope/scoped.sql.ts'
import { answersOf, speaksOf } from './answers.ts'
import { checkedOf, type LabClaim, type LabLine } from './claim.ts'
import { judgeEdit, type Rules } from './judge.ts'
import { readPolicyRules } from './policies.ts'
import { proofOf, type Edit, type Prepared } from './prepare.ts'
import { paidLineFor, type PaidLine, type Proof } from './proof.sql.ts'
import { shownLines, type EditedLine } from './shown-lines.ts'

type Reader = Pick<TenantTransaction, 'row' | 'rows'>

export const verdicts = ['fixed', 'unproven', 'evaded', 'denied'] as const
export type Verdict = (typeof verdicts)[number]

export type Assessment = Omit<ReturnType<typeof judgeEdit>, 'verdict'> & { verdict: Verdict; twin: PaidLine | null }

const UNPROVEN = 'This payer’s rule would no longer speak of it, but no paid claim of yours shows this change. Look for what paid claims have.'

const beyondWords = (lines: readonly number[]) =>
  lines.map((line) => `Also changed: line ${line}, which was not denied for this. No paid claim shows that its change belongs to the fix.`)

/** Holds the edited claim against all that denies here, and looks for the paid lines that prove the change. `edit` is that of the case. */
export async function assess(tx: Reader, organizationId: number, prepared: Prepared, edit: Edit, edited: LabClaim): Promise<Assessment> {
  const judged = judgeEdit(prepared.claim, edited, await readRules(tx, organizationId, prepared, edited))
  if (judged.verdict !== 'open') return { ...judged, verdict: judged.verdict, twin: null }
  const unproven = (because: string[]): Assessment => ({ ...judged, verdict: 'unproven', because, twin: null })
  const { denied, beyond } = shownLines(prepared.claim, edited, prepared.pattern)
  if (beyond.length > 0) return unproven(beyondWords(beyond))
  const others = denied.filter(({ sent }) => sent.lineNumber !== edit.line.lineNumber)
  // An authorization is of the claim, so the line of the case may stand as it was sent.
  const twins = [await provenBy(tx, organizationId, prepared, ofLine(edit.line, edited), edited)]
  for (const line of others) if (!twins.includes(null)) twins.push(await provenBy(tx, organizationId, prepared, line, edited))
  return twins.includes(null) ? unproven([UNPROVEN]) : { ...judged, verdict: 'fixed', twin: twins[0]! }
}

/** A line that is left out is no fix; so it is there. */
const ofLine = (sent: LabLine, { lines }: LabClaim): EditedLine => ({ sent, edited: lines.find(({ lineNumber }) => lineNumber === sent.lineNumber)! })

async function provenBy(tx: Reader, organizationId: number, prepared: Prepared, line: EditedLine, edited: LabClaim): Promise<PaidLine | null> {
  const proof = proofOfEdit(prepared, line, edited)
  return proof && paidLineFor(tx, organizationId, proof)
}

/** The paid line has to show every edit on the denied line, and to leave the conditions that it leaves. Null where the line says too little to find one. */
function proofOfEdit(prepared: Prepared, { sent, edited: line }: EditedLine, edited: LabClaim): Proof | null {
  const { pattern, claim } = prepared
  const base = proofOf(prepared, sent)
  if (!base) return null
  const now = checkedOf(claim, edited)
  const checked = now.lines.find(({ lineNumber }) => lineNumber === sent.lineNumber)!
  const { reason } = pattern
  const unmet = answersOf(pattern).conditions.filter((condition) => !speaksOf({ reason, scope: [condition] }, now, checked))
  return {
    ...base,
    line,
    shared: pattern.scope.filter((condition) => !unmet.includes(condition)),
    unmet,
    shows: {
      ...shown('modifiers', sent.modifiers, line.modifiers),
      ...shown('diagnoses', sent.diagnosisCodes, line.diagnosisCodes),
      ...(line.placeOfService === sent.placeOfService ? {} : { placeOfService: line.placeOfService }),
      ...(edited.hasAuthorization && !claim.sent.hasAuthorization ? { authorization: true } : {}),
    },
  }
}

function shown(name: 'modifiers' | 'diagnoses', sent: LabLine['modifiers'], edited: LabLine['modifiers']): Pick<NonNullable<Proof['shows']>, typeof name> {
  const added = edited.filter((value) => !sent.includes(value))
  const removed = sent.filter((value) => !edited.includes(value))
  return added.length + removed.length === 0 ? {} : { [name]: { added, removed } }
}

/** The pattern of the case, all others that later claims confirmed, the live checks, and the policies about these procedures. */
async function readRules(tx: Reader, organizationId: number, { pattern, claim, situation }: Prepared, edited: LabClaim): Promise<Rules> {
  const confirmed = await tx.rows<{ id: string; title: string; reason: string; scope: unknown }>(sql`
    select p.id, p.title, p.denial_reason as reason, p.scope from patterns p
    join pattern_findings f on f.organization_id = p.organization_id and f.pattern_id = p.id and f.confirmed
    where p.organization_id = ${organizationId} and p.status in ('active', 'improving') and p.denial_reason is not null and p.scope <> '[]' and p.id <> ${pattern.id}
    order by p.id`)
  const codes = [...claim.sent.lines, ...edited.lines].flatMap(({ procedureCode }) => procedureCode ?? [])
  return {
    own: { ...pattern, title: situation === null ? pattern.reason : `${situation}: ${pattern.reason}` },
    patterns: confirmed.map((row) => ({ ...row, scope: scopeFrom(row.scope) })),
    checks: await readChecks(tx, organizationId, sql`k.state = 'live'`),
    policies: await readPolicyRules(tx, organizationId, { claimId: claim.id, codes: [...new Set(codes)] }),
  }
}
