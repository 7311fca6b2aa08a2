import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../packages/core/src/db/connect.ts'
import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { findOrganization } from '../../../packages/core/src/organizations.ts'
import { addDays } from '../../../packages/core/src/dates.ts'
import { insertClaims, type ClaimSpec } from '../../../packages/core/test/factories/claims.ts'
import { claim837, file837 } from '../../../packages/core/test/factories/x12.ts'
import { writeFileSync } from 'node:fs'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const START = '2025-10-01'
const DAYS = 140
const dataDir = useData()
const data = ['--data-dir', dataDir, '--as-of', addDays(START, DAYS + 10)]

/** Eight claims a day; every tenth is denied, and from the 90th day on every other. */
const claims: ClaimSpec[] = Array.from({ length: DAYS * 8 }, (_, index) => {
  const served = addDays(START, Math.floor(index / 8))
  const denied = index % (index < 90 * 8 ? 10 : 2) === 0
  return { id: `C${index}`, payer: 'P1', served, submitted: served, decided: addDays(served, 5), billed: 150, ...(denied && { carc: '197' }) }
})

beforeAll(async () => {
  const file = join(folder, 'claims.837')
  writeFileSync(file, file837({ claims: [claim837] }))
  const imported = await overturn(['import', file, ...data])
  if (imported.code !== 0) throw new Error(imported.stderr)
  const database = await openDatabase({ databaseUrl: null, dataDir })
  try {
    const organization = await findOrganization(database, null)
    await insertClaims({ db: tenantDatabase(database, organization.id), organization }, claims)
  } finally {
    await database.close()
  }
  const refreshed = await overturn(['refresh', '--all', ...data])
  if (refreshed.code !== 0) throw new Error(refreshed.stderr)
}, 180_000)

describe('overturn changes', { timeout: 180_000 }, () => {
  it('says that there is none before anybody looked', async () => {
    expect((await overturn(['changes', ...data])).stdout).toBe('No change of a denial rate. "overturn changes detect" looks for them.\n')
  })

  it('finds a change, lists it and its claims', async () => {
    expect((await overturn(['changes', 'detect', ...data])).stdout).toMatch(/^1 rate watched, 1 change: 1 new, 0 gone/)
    const listed = await overturn(['changes', '--direction', 'up', '--open', ...data])
    expect(listed.stdout).toMatch(/^ *\d+ .*rose +2025-12-30 .*10\.00 % .*50\.00 %/m)
    expect(listed.stdout).toContain('gives at most 1 false alarm a year on average')
    const { changes } = JSON.parse((await overturn(['changes', '--json', ...data])).stdout)
    const denied = await overturn(['changes', 'claims', String(changes[0].id), '--limit', '5', ...data])
    expect(denied.stdout).toMatch(/^C\d+ +2026-02-\d\d +2026-02-\d\d +.*\$150\.00 +\$150\.00$/m)
    expect(denied.stdout).toContain(`${changes[0].after.deniedCount} in all`)
  })

  it('says what it does not know', async () => {
    expect(await overturn(['changes', 'guess', ...data])).toMatchObject({ code: 2, stderr: expect.stringContaining('there are: list, detect, claims') })
    expect((await overturn(['changes', 'claims', ...data])).stderr).toContain('<id> is missing')
  })
})
