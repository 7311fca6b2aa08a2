import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData(), '--as-of', '2025-11-16']
const fixture = (name: string) => fileURLToPath(new URL(`../../../packages/core/test/fixtures/portal/${name}.json`, import.meta.url))

describe('overturn learning and the codes of own claims', { timeout: 180_000 }, () => {
  it('shows who practiced, what was done, and what is known of a procedure code', async () => {
    const imported = await overturn(['import', fixture('claims'), fixture('patterns'), fixture('policies'), fixture('activity'), ...data])
    expect(imported.code).toBeLessThanOrEqual(1)

    const progress = await overturn(['learning', ...data])
    // Two practices by nobody named, one right and one wrong; one session of three says nothing of its time, and one has none.
    expect(progress.stdout).toMatch(/^From 2025-10-18 until before 2025-11-17\n/)
    expect(progress.stdout).toMatch(/\n– +2 +1 of 2 +50\.00 % +9 to 91 % +2 +4 min \* +0 days +2 days\n/)
    expect(progress.stdout).toMatch(/\nPT-1 .* +21 of 100 +1 of 1 +1 +2\n/)
    const { who, people } = JSON.parse((await overturn(['learning', 'progress', '--who', 'me', '--json', ...data])).stdout) as { who: string; people: object[] }
    expect({ who, people }).toEqual({ who: 'me', people: [] })

    const events = await overturn(['learning', 'events', '--type', 'practice-completed', ...data])
    expect(events.stdout).toMatch(
      /\n2025-11-14 09:00 +– +practice-completed +incorrect +–\n2025-11-13 08:40 +– +practice-completed +PT-1 +correct, corrected +3 min\n\n2 in all\n$/,
    )

    expect((await overturn(['codes', 'performance', ...data])).stdout).toContain('Own lines served from 2024-11-17')
    expect((await overturn(['codes', 'refresh', ...data])).stdout).toMatch(/^\d+ procedure codes computed\.\n$/)
    const listed = await overturn(['codes', 'performance', '--sort', 'lines', '--limit', '1', ...data])
    expect(listed.stdout).toMatch(/^Own lines served from 2024-11-17 until before 2025-11-17, computed 2025-11-16\n\nCode +Lines +Decided /)
    const known = await overturn(['codes', 'intelligence', '99213', ...data])
    expect(known.stdout).toMatch(/^Procedure code 99213\n\nFrom own claims, served from 2024-11-17 until before 2025-11-17/)
    expect(known.stdout).toMatch(/\nReference text of .*; not computed from claims\nDescription +Office visit, our words\n/)
    expect(JSON.parse((await overturn(['codes', 'intelligence', '99213', '--json', ...data])).stdout)).toMatchObject({
      ownStatus: 'computed',
      reference: { category: 'Visits' },
    })
  })

  it('refuses what it does not know', async () => {
    expect(await overturn(['learning', 'forget', ...data])).toMatchObject({
      code: 2,
      stderr: '"forget" is nothing to do with learning; there are: progress, events.\n',
    })
    expect((await overturn(['learning', '--who', 'somebody', ...data])).code).toBe(2)
    expect(await overturn(['codes', 'intelligence', ...data])).toMatchObject({ code: 2, stderr: '<code> is missing: overturn codes intelligence <code>.\n' })
    expect((await overturn(['codes', 'intelligence', '00000', ...data])).stderr).toContain('Nothing is known of procedure code "00000"')
  })
})
