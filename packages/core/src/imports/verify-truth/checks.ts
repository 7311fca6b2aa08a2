import type { TenantDatabase } from '../../db/tenant.ts'
import { dollars, parseCents } from '../../money.ts'
import { checkOf, type Check } from '../verify/schemas.ts'
import type { StatedTruth } from './schemas.ts'
import { appealCounts, claimFigures, decisionCounts, monthFigures, paymentFigures, reasonFigures, type ClaimFigures, type Counted } from './sql.ts'

const CLAIM_COUNTS = {
  claims: 'claims',
  predeterminations: 'predeterminations',
  pending: 'claims, pending',
  duplicates: 'claims, denied as duplicates',
  decided: 'claims, decided',
  denied: 'claims, denied at first',
  partiallyDenied: 'claims, partially denied at first',
  overturned: 'claims, denied and paid later',
  finallyDenied: 'claims, denied at first and at last',
} as const

/** Compares every part that the truth has. Whole cents inside, dollars outside. */
export async function truthChecks(db: TenantDatabase, truth: StatedTruth): Promise<Check[]> {
  const claims = await claimFigures(db)
  const payments = await paymentFigures(db)
  const checks: Check[] = []
  const compare = (name: string, expected: number | undefined, actual: number) => {
    if (expected !== undefined) checks.push(checkOf(name, expected, actual))
  }
  const compareCash = (name: string, expected: string | undefined, cents: number) => {
    if (expected !== undefined) checks.push(checkOf(name, dollars(parseCents(expected) ?? 0), dollars(cents)))
  }
  for (const field of Object.keys(CLAIM_COUNTS) as (keyof typeof CLAIM_COUNTS & keyof ClaimFigures)[]) compare(CLAIM_COUNTS[field], truth[field], claims[field])
  if (truth.decisions) checks.push(...countChecks('decisions', truth.decisions, await decisionCounts(db)))
  if (truth.appeals) checks.push(...countChecks('appeals', truth.appeals, await appealCounts(db)))
  compare('remittances', truth.remittances, payments.remittances)
  compare('provider level adjustments', truth.providerLevelAdjustments, payments.providerLevelAdjustments)
  const { cash } = truth
  compareCash('cash: submitted', cash.submitted, claims.submittedCents)
  compareCash('cash: submitted, of decided claims', cash.decided, claims.decidedCents)
  compareCash('cash: paid', cash.paid, claims.paidCents)
  compareCash('cash: paid after a denial', cash.recovered, claims.recoveredCents)
  compareCash('cash: provider level', cash.providerLevel, payments.providerLevelCents)
  compareCash('cash: remitted', cash.remitted, payments.remittedCents)
  if (truth.denialsByReason) checks.push(...(await reasonChecks(db, truth.denialsByReason)))
  if (truth.byServiceMonth) checks.push(...(await monthChecks(db, truth.byServiceMonth)))
  return checks
}

function countChecks(what: string, expected: Readonly<Record<string, number>>, actual: readonly Counted[]): Check[] {
  const counts = new Map(actual.map(({ name, count }) => [name, count]))
  const names = new Set([...Object.keys(expected), ...counts.keys()])
  return [...names].map((name) => checkOf(`${what}: ${name.replaceAll('_', ' ')}`, expected[name] ?? 0, counts.get(name) ?? 0))
}

async function reasonChecks(db: TenantDatabase, expected: NonNullable<StatedTruth['denialsByReason']>): Promise<Check[]> {
  const actual = await reasonFigures(db)
  return pairs(expected, actual, ({ reason }) => reason).flatMap(([reason, stated, found]) => [
    checkOf(`denied for "${reason}": claims`, stated?.claims ?? 0, found?.claims ?? 0),
    checkOf(`denied for "${reason}": lines`, stated?.lines ?? 0, found?.lines ?? 0),
    checkOf(`denied for "${reason}": charge`, dollars(parseCents(stated?.charge ?? '0') ?? 0), dollars(found?.chargeCents ?? 0)),
  ])
}

async function monthChecks(db: TenantDatabase, expected: NonNullable<StatedTruth['byServiceMonth']>): Promise<Check[]> {
  const actual = await monthFigures(db)
  return pairs(expected, actual, ({ month }) => month).flatMap(([month, stated, found]) => [
    checkOf(`served in ${month || 'an unknown month'}: claims`, stated?.claims ?? 0, found?.claims ?? 0),
    checkOf(`served in ${month || 'an unknown month'}: denied at first`, stated?.denied ?? 0, found?.denied ?? 0),
    checkOf(`served in ${month || 'an unknown month'}: paid`, dollars(parseCents(stated?.paid ?? '0') ?? 0), dollars(found?.paidCents ?? 0)),
  ])
}

/** What both sides say under one name, the names sorted. */
function pairs<Left, Right>(expected: readonly Left[], actual: readonly Right[], nameOf: (row: Left | Right) => string) {
  const [left, right] = [new Map(expected.map((row) => [nameOf(row), row])), new Map(actual.map((row) => [nameOf(row), row]))]
  return [...new Set([...left.keys(), ...right.keys()])].sort().map((name) => [name, left.get(name), right.get(name)] as const)
}
