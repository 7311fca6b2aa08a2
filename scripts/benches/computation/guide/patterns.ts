import { sql } from 'drizzle-orm'
import { addMonths, daysBetween, type IsoDate } from '../../../../packages/core/src/dates.ts'
import type { TenantDatabase } from '../../../../packages/core/src/db/tenant.ts'
import { guideClaim, guidePattern, type GuideClaim, type GuidePattern } from './tables.ts'

/** The guide's patterns endpoint: a query for each pattern, all at once, that loads all its claims of all times; the score is counted from them. */
export async function guidePatterns(db: TenantDatabase, today: IsoDate) {
  const patternList = await db.rows<GuidePattern>(sql`select ${guidePattern} from patterns p where p.organization_id = ${db.organizationId}`)
  return Promise.all(patternList.map(async (pattern) => ({ ...pattern, score: scoreOf(await claimsOfPattern(db, pattern.id), today) })))
}

/** `findMany` of the pattern's claims, each with its claim. */
export const claimsOfPattern = (db: TenantDatabase, id: string): Promise<GuideClaim[]> =>
  db.rows<GuideClaim>(sql`
    select ${guideClaim} from guide_pattern_claims pc join claims c on c.organization_id = pc.organization_id and c.id = pc.claim_id
    where pc.organization_id = ${db.organizationId} and pc.pattern_id = ${id}`)

function scoreOf(linkedClaims: readonly GuideClaim[], today: IsoDate) {
  const now = new Date(today)
  const sixMonthsAgo = new Date(addMonths(today, -6))
  const recentClaims = linkedClaims.filter(({ dateOfService }) => new Date(dateOfService) >= sixMonthsAgo)
  const frequency = recentClaims.length
  const lastClaim = recentClaims.toSorted((a, b) => new Date(b.dateOfService).getTime() - new Date(a.dateOfService).getTime())[0]
  const lastMonth = new Date(addMonths(today, -1))
  const previousMonthStart = new Date(addMonths(today, -2))
  const currentMonthCount = recentClaims.filter(({ dateOfService }) => new Date(dateOfService) >= lastMonth).length
  const previousMonthCount = recentClaims.filter(({ dateOfService }) => {
    const day = new Date(dateOfService)
    return day >= previousMonthStart && day < lastMonth
  }).length
  return {
    frequency,
    impact: recentClaims.reduce((sum, { billedAmount }) => sum + billedAmount, 0),
    recency: lastClaim ? daysBetween(lastClaim.dateOfService, now.toISOString().slice(0, 10)) : 999,
    trend: currentMonthCount < previousMonthCount ? 'down' : currentMonthCount > previousMonthCount ? 'up' : 'stable',
    velocity: Math.round((frequency / 6) * 10) / 10,
    confidence: Math.round(Math.min(frequency / 10, 1) * 100),
  }
}
