import { todayOf, type Context } from '@overturn/core/context'
import { importGroup } from '../import-group.ts'

export const DEMO = { slug: 'demo', name: 'Demonstration Group', timeZone: 'America/New_York', isDemo: true } as const

/** Large enough to show patterns with significance, small enough for a first start within a minute or so on two cores. */
const GROUP = { seed: 1, claims: 10_000, months: 18 }

/** Fills the demonstration with an invented group that ends today. */
export async function fillDemonstration(context: Context): Promise<void> {
  await importGroup(context, { ...GROUP, asOf: todayOf(context) })
}
