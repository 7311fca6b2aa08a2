import { openDatabase } from '../../src/db/connect.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'
import { importRecords } from '../../src/imports/run.ts'
import { silentLog } from '../../src/log.ts'
import { findOrganization } from '../../src/organizations.ts'
import { generateGroup } from '../../src/synthetic/group.ts'

/** A process that imports a synthetic group and says on stdout how far it is, so that a test can kill it there. */
const [target = '{}', slug = '', claims = '0'] = process.argv.slice(2)
const database = await openDatabase(JSON.parse(target) as { databaseUrl: string | null; dataDir: string })
const organization = await findOrganization(database, slug)
const context = {
  db: tenantDatabase(database, organization.id),
  database,
  organization,
  actor: { id: 'child', role: 'administrator' as const },
  now: new Date(),
  log: silentLog,
}
const group = generateGroup({ seed: 11, claims: Number(claims), asOf: '2026-03-31' })
const origin = { name: 'group', path: 'group', format: 'synthetic', sha256: `group-${claims}`, bytes: 0 }
await importRecords(context, origin, group.records(), (event) => event.type === 'progress' && process.stdout.write(`${event.phase}\n`))
await database.close()
