import { judge, type RunningCheck } from '../checks/judge.ts'
import type { CheckedClaim, CheckedLine } from '../checks/claim-input.ts'
import { speaksOf, type Denying } from './answers.ts'
import { changesOf, type Change } from './changes.ts'
import { checkedOf, type CaseClaim, type LabClaim } from './claim.ts'
import { policiesOf, type PolicyRule } from './policies.ts'

/** `open`: nothing speaks against the edit; whether paid claims show it is for the database to say (proof.sql.ts). */
export type Judged = 'denied' | 'evaded' | 'open'

export interface Finding {
  kind: 'pattern' | 'check'
  id: string
  title: string
  /** It is the pattern that is practiced. */
  own: boolean
}
export interface LineResult {
  lineNumber: number
  procedureCode: string | null
  /** The payer denied it as it was sent. */
  denied: boolean
  /** What such a line is denied by, as sent and as edited; null for a line that is not there. */
  before: Finding[] | null
  after: Finding[] | null
  policies: { id: string; name: string; denialRate: number | null; hasModifier: boolean | null }[]
}

export interface Rules {
  /** The pattern of the case; `title` does not give the answer away. */
  own: Denying & { id: string; title: string }
  /** Every other pattern that later claims have confirmed. */
  patterns: readonly (Denying & { id: string; title: string })[]
  /** Live checks. */
  checks: readonly RunningCheck[]
  policies: readonly PolicyRule[]
}

/** Holds an edited claim against all that denies: pure, and the same for the same claim and rules. */
export function judgeEdit(claim: CaseClaim, edited: LabClaim, rules: Rules): { verdict: Judged; because: string[]; changes: Change[]; lines: LineResult[] } {
  const changes = changesOf(claim.sent, edited)
  const [sent, now] = [checkedOf(claim, claim.sent), checkedOf(claim, edited)]
  const numbers = [...new Set([...sent.lines, ...now.lines].map(({ lineNumber }) => lineNumber))].sort((a, b) => a - b)
  const lines = numbers.map((lineNumber): LineResult => {
    const [was, is] = [sent, now].map((one) => one.lines.find((line) => line.lineNumber === lineNumber))
    return {
      lineNumber,
      procedureCode: (is ?? was)!.procedureCode,
      denied: claim.denied.includes(lineNumber),
      before: was ? findingsOf(sent, was, rules) : null,
      after: is ? findingsOf(now, is, rules) : null,
      policies: is ? policiesOf(rules.policies, now, is).map(({ rule: { id, name, denialRate }, hasModifier }) => ({ id, name, denialRate, hasModifier })) : [],
    }
  })
  return { ...verdictOf(lines, changes), changes, lines }
}

function verdictOf(lines: readonly LineResult[], changes: readonly Change[]): { verdict: Judged; because: string[] } {
  if (changes.length === 0) return { verdict: 'denied', because: ['Nothing is changed yet: it would be denied again.'] }
  const still = lines.filter(({ denied, after }) => denied && after?.some(({ own }) => own))
  if (still.length > 0)
    return { verdict: 'denied', because: still.map(({ lineNumber }) => `Line ${lineNumber} is still what this payer denies for this reason.`) }
  const evading = changes.flatMap(({ evades }) => evades ?? [])
  if (evading.length > 0) return { verdict: 'evaded', because: [...new Set(evading)] }
  const fresh = lines.flatMap(({ lineNumber, before, after }) =>
    (after ?? []).filter(({ id }) => !before?.some((known) => known.id === id)).map(({ title }) => `Line ${lineNumber} is now denied otherwise: ${title}.`),
  )
  return fresh.length > 0 ? { verdict: 'denied', because: fresh } : { verdict: 'open', because: [] }
}

/** Its own pattern first; a check is named where its pattern is not. */
function findingsOf(claim: CheckedClaim, line: CheckedLine, { own, patterns, checks }: Rules): Finding[] {
  const speaking = [own, ...patterns].filter((pattern) => speaksOf(pattern, claim, line))
  const found = speaking.map(({ id, title }): Finding => ({ kind: 'pattern', id, title, own: id === own.id }))
  const others = checks.filter((check) => check.patternId !== own.id && !speaking.some(({ id }) => id === check.patternId) && speaksOf(check, claim, line))
  const alerts = judge({ ...claim, lines: [line] }, others).flatMap((one) => one.alerts)
  return [...found, ...alerts.map(({ check, why }): Finding => ({ kind: 'check', id: check, title: why.replace(/\.$/, ''), own: false }))]
}
