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

type Reader = Pick<TenantTransaction, 'row' | 'rows'>

export const verdicts = ['fixed', 'unproven', 'evaded', 'denied'] as const
export type Verdict = (typeof verdicts)[number]

export type Assessment = Omit<ReturnType<typeof judgeEdit>, 'verdict'> & { verdict: Verdict; twin: PaidLine | null }

const UNPROVEN = 'This payer’s rule would no longer speak of it, but no paid claim of yours shows this change. Look for what paid claims have.'

/** Holds the edited claim against all that denies here, and looks for the paid line that proves the change. `edit` is that of the case. */
export async function assess(tx: Reader, organizationId: number, prepared: Prepared, edit: Edit, edited: LabClaim): Promise<Assessment> {
  const judged = judgeEdit(prepared.claim, edited, await readRules(tx, organizationId, prepared, edited))
  if (judged.verdict !== 'open') return { ...judged, verdict: judged.verdict, twin: null }
  const twin = await paidLineFor(tx, organizationId, proofOfEdit(prepared, edit, edited))
  return twin ? { ...judged, verdict: 'fixed', twin } : { ...judged, verdict: 'unproven', because: [UNPROVEN], twin: null }
}

/** The paid line has to show every edit on the denied line, and to leave the conditions that it leaves. */
function proofOfEdit(prepared: Prepared, { line: sent }: Edit, edited: LabClaim): Proof {
  const { pattern, claim } = prepared
  const line = edited.lines.find(({ lineNumber }) => lineNumber === sent.lineNumber)!
  const now = checkedOf(claim, edited)
  const checked = now.lines.find(({ lineNumber }) => lineNumber === sent.lineNumber)!
  const { reason } = pattern
  const unmet = answersOf(pattern).conditions.filter((condition) => !speaksOf({ reason, scope: [condition] }, now, checked))
  return {
    // The line was found by these facts when the case was prepared.
    ...proofOf(prepared, sent)!,
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
