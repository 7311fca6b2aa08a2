import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { importRecords, type FileResult, type ImportEvent } from '@overturn/core/imports/run'
import { generateGroup, type GroupOptions, type SyntheticGroup } from '@overturn/core/synthetic/group'

/** Takes an invented group in the way a file goes. The same group twice changes nothing. */
export async function importGroup(
  context: Context,
  options: GroupOptions & { months: number },
  onEvent?: (event: ImportEvent) => void,
): Promise<{ result: FileResult; group: SyntheticGroup }> {
  const group = generateGroup(options)
  const { seed, claims, asOf, months } = options
  const name = `invented group: seed ${seed}, ${claims} claims, ${months} months up to ${asOf}`
  const origin = { name, path: name, format: 'synthetic', sha256: createHash('sha256').update(name).digest('hex'), bytes: 0 }
  await refuseSecondGroup(context, origin.sha256)
  return { result: await importRecords(context, origin, group.records(), onEvent), group }
}

/** Two groups number their claims alike; the second would rewrite the first. Throws `conflict`. */
async function refuseSecondGroup({ db, organization }: Context, sha256: string): Promise<void> {
  const other = await db.row<{ name: string }>(sql`
    select file_name as name from imports where organization_id = ${db.organizationId} and format = 'synthetic' and status = 'complete' and sha256 <> ${sha256}`)
  if (!other) return
  throw new OverturnError('conflict', `Organization ${organization.slug} holds another ${other.name}. Give this one a folder of its own with --data-dir.`)
}
