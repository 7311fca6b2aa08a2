import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const data = ['--data-dir', useData(), '--as-of', '2025-11-16']
const claims = fileURLToPath(new URL('../../../packages/core/test/fixtures/portal/claims.json', import.meta.url))

describe('overturn audit', { timeout: 180_000 }, () => {
  it('lists, exports and verifies who did what', async () => {
    expect((await overturn(['import', claims, ...data])).code).toBeLessThanOrEqual(1)
    const [first] = (JSON.parse((await overturn(['claims', '--date-range', 'all', '--json', ...data])).stdout) as { claims: { id: string }[] }).claims
    expect((await overturn(['claim', first!.id, ...data])).code).toBe(0)

    const listed = await overturn(['audit', '--claim', first!.id, ...data])
    expect(listed.stdout).toMatch(/ cli \(administrator\) +claims\.get +done +\S+ +cli \S+@\S+ /)
    expect(listed.stdout).toMatch(/ claims\.list +done +\S+/)
    const imports = JSON.parse((await overturn(['audit', '--operation', 'imports.run', '--json', ...data])).stdout) as { events: object[] }
    expect(imports.events).toMatchObject([{ outcome: 'begun', channel: 'cli', about: { format: 'portal-json' } }])
    expect((await overturn(['audit', 'list', '--to', '2020-01-01', ...data])).stdout).toBe('No events.\n')

    const table = join(folder, 'audit.csv')
    expect((await overturn(['audit', 'export', '--out', table, ...data])).stderr).toMatch(/^\d+ events written to /)
    expect(statSync(table).mode & 0o777).toBe(0o600)
    expect(readFileSync(table, 'utf8')).toMatch(/^organizationId,number,at,/)
    expect((await overturn(['audit', 'export', '--out', table, ...data])).stderr).toContain('there is such a file already')
    const lines = (await overturn(['audit', 'export', '--format', 'ndjson', ...data])).stdout.trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { number: number }).number)).toEqual(lines.map((_, index) => index + 1))

    const verified = await overturn(['audit', 'verify', ...data])
    expect(verified).toMatchObject({ code: 0 })
    const [, number, hash] = /--number (\d+) --hash ([0-9a-f]{64})\n$/.exec(verified.stdout)!
    expect((await overturn(['audit', 'verify', '--number', number!, '--hash', hash!, ...data])).code).toBe(0)
    const other = await overturn(['audit', 'verify', '--number', number!, '--hash', 'f'.repeat(64), ...data])
    expect(other).toMatchObject({ code: 1 })
    expect(other.stdout).toContain(`does not hold at event ${number}: its hash is not the one that was kept`)
    expect((await overturn(['audit', 'verify', '--number', String(Number(number) + 1000), '--hash', hash!, ...data])).stdout).toContain('it is missing')
  })

  it('refuses what it does not know', async () => {
    expect(await overturn(['audit', 'forget', ...data])).toMatchObject({
      code: 2,
      stderr: '"forget" is nothing to do with the audit trail; there are: list, export, verify.\n',
    })
    expect((await overturn(['audit', 'verify', '--number', '3', ...data])).stderr).toContain('--hash: number and hash go together')
  })
})
