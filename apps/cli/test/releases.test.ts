import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '@overturn/core/config'
import { openDatabase } from '@overturn/core/db/connect'
import { acceptInvitation } from '@overturn/core/identity/invitations/accept'
import { billing837, claims837, interchange, render, subscriber837 } from '../../../packages/core/test/factories/x12.ts'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const dataDir = useData()
const data = ['--data-dir', dataDir, '--as-of', '2026-04-20']

/** Somebody who takes the seat that the command line offers. */
async function takeSeat(email: string): Promise<void> {
  const { path } = JSON.parse((await overturn(['members', 'invite', email, '--role', 'viewer', '--json', ...data])).stdout) as { path: string }
  const database = await openDatabase(readConfig({ dataDir }, {}))
  await acceptInvitation(database, path.split('#')[1]!, { name: 'Somebody', password: 'a password for this test' }, new Date('2026-04-20T12:00:00Z'))
  await database.close()
}

describe('overturn releases', { timeout: 180_000 }, () => {
  it('prepares, compares, previews, releases and takes back', async () => {
    const file = join(folder, 'claims.837')
    writeFileSync(
      file,
      render(interchange([claims837({ levels: [...billing837, ...subscriber837] })], { version: '005010X222A2', functional: 'HC', control: '000000001' })),
    )
    expect((await overturn(['import', file, ...data])).code).toBe(0)
    expect((await overturn(['releases', ...data])).stdout).toMatch(
      /^Version +State [^]*\n +2 +released +– +– +A day is mature by the payers' own[^]*\n +1 +available /,
    )
    const prepared = await overturn(['releases', 'prepare', '1', ...data])
    expect(prepared).toMatchObject({ code: 0, stdout: expect.stringMatching(/\n +1 +candidate [^]*0 patterns computed\.\n$/) })
    expect((await overturn(['releases', 'compare', '1', ...data])).stdout).toBe('Version 1 beside version 2: 0 of 0 numbers differ, in 0 of 0 patterns.\n')
    for (const email of ['rowan@practice.example', 'ash@practice.example']) await takeSeat(email)
    await overturn(['releases', 'preview', '1', '--add', 'rowan@practice.example, ash@practice.example', ...data])
    const left = await overturn(['releases', 'preview', '1', '--remove', 'ash@practice.example', ...data])
    expect(left.stdout).toMatch(/\n +1 +candidate +– +rowan@practice\.example /)
    expect(await overturn(['releases', 'preview', '1', '--add', 'nobody@practice.example', ...data])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"nobody@practice.example"'),
    })
    expect((await overturn(['releases', 'release', '1', ...data])).stdout).toMatch(/\n +1 +released +2026-04-20 by cli /)
    const back = JSON.parse((await overturn(['releases', 'take-back', '--json', ...data])).stdout) as { shown: number; by: string }
    expect(back).toMatchObject({ shown: 2, by: 'cli' })
    expect((await overturn(['releases', 'take-back', '1', ...data])).stdout).toMatch(/\n +1 +available /)
  })

  it('says what is missing or out of order', async () => {
    expect(await overturn(['releases', 'prepare', ...data])).toMatchObject({ code: 2, stderr: expect.stringContaining('<version> is missing') as string })
    expect((await overturn(['releases', 'launch', ...data])).code).toBe(2)
    expect((await overturn(['releases', 'release', '1', ...data])).stderr).toContain('Version 1 is no candidate')
    expect((await overturn(['releases', 'prepare', '9', ...data])).stderr).toContain('no computation version 9')
  })
})
