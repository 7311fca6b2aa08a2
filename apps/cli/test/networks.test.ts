import { describe, expect, it } from 'vitest'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData()]
const run = (...words: string[]) => overturn(['networks', ...words, ...data])

describe('overturn networks', { timeout: 120_000 }, () => {
  it('makes a network, and puts a practice into it', async () => {
    expect((await overturn(['generate', '--claims', '50', '--months', '2', ...data])).code).toBe(0)
    // The first look makes the organization.
    const { stdout } = await overturn(['status', '--json', ...data])
    expect(stdout).toContain('demo')
    expect(await run()).toMatchObject({ code: 0, stdout: 'There is no network.\n' })
    expect((await run('create', 'valley', 'The Valley')).stdout).toMatch(/^valley +The Valley/m)
    const added = await run('add', 'valley', 'demo', '--json')
    expect(JSON.parse(added.stdout)).toEqual({ networks: [{ slug: 'valley', name: 'The Valley', practices: ['demo'], analysts: [] }] })
    expect(JSON.parse((await run('remove', 'valley', 'demo', '--json')).stdout)).toMatchObject({ networks: [{ practices: [] }] })
  })

  it.each([
    [['dance'], '"dance" is nothing to do with networks; there are: list, invite, create, add, remove, analyst, remove-analyst.\n'],
    [['add', 'valley'], 'It takes a network and <organization>: overturn networks add <network> <organization>.\n'],
    [['analyst', 'valley', 'nobody@practice.example'], 'Nobody here has the address nobody@practice.example. "overturn members" shows who there is.\n'],
  ])('says what is wrong with %j', async (words, stderr) => {
    expect(await run(...words)).toMatchObject({ code: 2, stdout: '', stderr })
  })
})
