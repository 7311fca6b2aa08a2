import { sql } from 'drizzle-orm'
import { addDays, type IsoDate } from '../../../../packages/core/src/dates.ts'
import type { TenantDatabase } from '../../../../packages/core/src/db/tenant.ts'
import { guideClaim, guidePattern, type GuideClaim, type GuidePattern } from './tables.ts'

/**
 * The guide's dashboard endpoint, defects and all: it loads every claim of both windows, which share a day; pending claims count as approved, revenue is
 * multiplied with all claims, and a status is all that says denied.
 */
export async function guideDashboard({ rows, organizationId }: TenantDatabase, today: IsoDate, days: number) {
  const claimsOf = (start: IsoDate, end: IsoDate) =>
    rows<GuideClaim>(
      sql`select ${guideClaim} from claims c where c.organization_id = ${organizationId} and c.submission_date >= ${start} and c.submission_date <= ${end}`,
    )
  const currentClaims = await claimsOf(addDays(today, -days), today)
  const currentDenied = currentClaims.filter(({ status }) => status === 'denied')
  const deniedAmount = currentDenied.reduce((sum, { billedAmount }) => sum + billedAmount, 0)
  const denialRate = rateOf(currentDenied.length, currentClaims.length)
  const previousClaims = await claimsOf(addDays(today, -days * 2), addDays(today, -days))
  const previousDenialRate = rateOf(previousClaims.filter(({ status }) => status === 'denied').length, previousClaims.length)
  const allPatterns = await rows<GuidePattern>(sql`select ${guidePattern} from patterns p where p.organization_id = ${organizationId}`)
  const revenueRecovered = allPatterns.reduce((total, { baselineDenialRate, currentDenialRate, avgDenialAmount }) => {
    const improvement = (baselineDenialRate ?? 0) - (currentDenialRate ?? 0)
    return total + Math.max(0, (improvement * currentClaims.length * (avgDenialAmount ?? 0)) / 100)
  }, 0)
  return {
    deniedAmount: twoDecimals(deniedAmount),
    denialRate: twoDecimals(denialRate),
    approvalRate: twoDecimals(100 - denialRate),
    totalClaims: currentClaims.length,
    deniedClaims: currentDenied.length,
    patternsDetected: allPatterns.length,
    criticalPatterns: allPatterns.filter(({ tier }) => tier === 'critical').length,
    revenueRecovered: Math.round(revenueRecovered),
    trends: {
      denialRate: twoDecimals(denialRate - previousDenialRate),
      approvalRate: twoDecimals(100 - denialRate - (100 - previousDenialRate)),
      patternsDetected: 0,
    },
  }
}

const rateOf = (part: number, whole: number) => (whole > 0 ? (part / whole) * 100 : 0)
const twoDecimals = (value: number) => Math.round(value * 100) / 100
