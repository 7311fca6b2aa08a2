import type { Config } from '@overturn/core/config'
import type { Organization } from '@overturn/core/context'
import type { Database } from '@overturn/core/db/connect'
import { migrate } from '@overturn/core/db/migrate'
import { recoverImports } from '@overturn/core/imports/recover'
import type { Log } from '@overturn/core/log'
import { perform } from '@overturn/core/operation'
import { ensureOrganization, findOrganization, findOrganizationForImport, listOrganizations } from '@overturn/core/organizations'
import { refreshComputationOperation } from '@overturn/core/computation/operations'
import { isUnused } from '@overturn/core/status'
import { detectPatternsOperation } from '@overturn/core/patterns/operations'
import { isSearchDue } from '@overturn/core/patterns/search/due'
import { contextFor } from '../session.ts'
import { DEMO, fillDemonstration } from './demo.ts'
import { recordDemonstrationWork } from './demo-work.ts'

interface Preparation {
  config: Pick<Config, 'organization'>
  withDemo: boolean
  log: Log
  say: (message: string) => void
}

/** Brings the data to where the portal can show it: schema, imports that a crash cut off, a demonstration in an empty database. Returns the organization shown. */
export async function prepareData(database: Database, { config, withDemo, log, say }: Preparation): Promise<string> {
  for (const name of await migrate(database)) say(`Applied migration ${name}`)
  const context = (organization: Organization) => contextFor(database, organization, { now: new Date(), log })
  for (const organization of await listOrganizations(database)) {
    const { removed, finished } = await recoverImports(context(organization))
    for (const file of removed) say(`Removed what an interrupted import of ${file} had left in ${organization.slug}; import it again`)
    for (const file of finished) say(`Finished the interrupted import of ${file} in ${organization.slug}`)
  }
  let filled = false
  if (await isUnused(database)) {
    if (withDemo) {
      say('Filling the demonstration with an invented group')
      await fillDemonstration(context(await ensureOrganization(database, DEMO)))
      say('The demonstration is filled')
      filled = true
    } else await findOrganizationForImport(database, null)
  }
  for (const organization of await listOrganizations(database)) {
    const { days } = await perform(refreshComputationOperation, context(organization), {})
    if (days > 0) say(`Computed ${days} days of ${organization.slug}`)
    // Who looks at a demonstration does not come back in six hours; of a large organization the job must not hold up the start.
    if (organization.isDemo && (await isSearchDue(context(organization).db))) {
      const { search } = await perform(detectPatternsOperation, context(organization), {})
      say(`Found ${search?.found ?? 0} patterns of ${organization.slug} in scopes`)
    }
    if (filled) await recordDemonstrationWork(context(organization))
  }
  return (await findOrganization(database, config.organization)).slug
}
