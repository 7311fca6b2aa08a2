import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { outerOf, providerColumns, providerOf, roundCount, roundRatio, type ProviderRow } from './row.ts'
import { listProvidersInput, listProvidersOutput, type ProviderList } from './schemas.ts'

/** Ties are settled by id, so that pages neither repeat nor lose a provider. */
const ORDERS = {
  excess: sql.raw('f.denied_count - f.expected_denied_count desc nulls last, p.id'),
  claims: sql.raw('f.claim_count desc nulls last, p.id'),
  name: sql.raw('p.name, p.id'),
  specialty: sql.raw('p.specialty nulls last, p.name, p.id'),
}
/** More than this a chart cannot show, and an answer should not hold. */
const MOST_POINTS = 1000

type Point = ProviderList['funnel']['points'][number]
type StoredPoint = Omit<Point, 'outer'> & { overDispersion: number }

export const listProviders = defineOperation({
  name: 'providers.list',
  kind: 'read',
  summary: 'Lists the providers with what their own case mix lets one expect of their denials.',
  input: listProvidersInput,
  output: listProvidersOutput,
  async run({ db, organization, now }, { verdict, search, sort, page, limit }) {
    // Searched as it stands: position() knows no wildcards.
    const needle = search?.toLowerCase() ?? null
    const matching = sql`
      from providers p left join provider_performance f on f.organization_id = p.organization_id and f.provider_id = p.id
      where p.organization_id = ${organization.id} and ${ofVerdict(verdict)}
        and (${needle}::text is null or position(${needle} in lower(concat_ws(' ', p.id, p.name, p.npi, p.specialty))) > 0)`
    return db.transaction(async (tx) => {
      const counted = await tx.row<{ total: number }>(sql`select count(*)::int as total ${matching}`)
      const rows = await tx.rows<ProviderRow>(sql`select ${providerColumns} ${matching} order by ${ORDERS[sort]} limit ${limit} offset ${(page - 1) * limit}`)
      const points = await tx.rows<StoredPoint>(sql`
        select f.provider_id as "providerId", p.name, p.specialty, f.claim_count as claims, f.denied_count as denied, f.expected_denied_count::float8 as expected, f.ratio, f.funnel_low as low, f.funnel_high as high, f.verdict,
               f.over_dispersion as "overDispersion"
        from provider_performance f join providers p on p.organization_id = f.organization_id and p.id = f.provider_id
        where f.organization_id = ${organization.id} and f.verdict <> 'not_enough_claims'
        order by f.expected_denied_count desc, f.provider_id limit ${MOST_POINTS}`)
      return {
        providers: rows.map(providerOf),
        funnel: { overDispersion: points[0] ? roundRatio(points[0].overDispersion) : null, points: points.map(pointOf) },
        pagination: paginate(counted!.total, { page, limit }),
        asOf: now.toISOString(),
      }
    })
  },
})

function ofVerdict(verdict: z.output<typeof listProvidersInput>['verdict']): SQL {
  if (verdict === 'all') return sql`true`
  if (verdict === 'measured') return sql`f.verdict <> 'not_enough_claims'`
  if (verdict === 'unmeasured') return sql`coalesce(f.verdict, 'not_enough_claims') = 'not_enough_claims'`
  return sql`f.verdict = ${verdict}`
}

function pointOf({ expected, ratio, low, high, overDispersion: _, ...same }: StoredPoint): Point {
  return { ...same, expected: roundCount(expected), ratio: roundRatio(ratio), low: roundRatio(low), high: roundRatio(high), outer: outerOf(high)! }
}
