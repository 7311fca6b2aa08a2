import { describe, expect, it } from 'vitest'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData()]
const env = { OVERTURN_URL: 'https://overturn.example' }
const run = async (words: string[]) => overturn([...words, ...data], { env })
const json = async <T>(words: string[]): Promise<T> => JSON.parse((await run([...words, '--json'])).stdout) as T

describe('overturn members and tokens', { timeout: 120_000 }, () => {
  it('make the organization on the first look, and say that nobody is there', async () => {
    expect((await overturn(['generate', '--claims', '50', '--months', '2', ...data])).code).toBe(0)
    expect(await run(['members'])).toMatchObject({ code: 0, stdout: 'Nobody belongs to this organization yet.\n' })
    expect(await run(['tokens'])).toMatchObject({ code: 0, stdout: 'There is no token.\n' })
  })

  it('offer a seat by a link that is said once', async () => {
    const invited = await run(['members', 'invite', 'Ana@Practice.example', '--role', 'manager', '--days', '3'])
    expect(invited.stdout).toMatch(/^Give this link to ana@practice\.example; .*\nhttps:\/\/overturn\.example\/join#[\w-]{43}\n$/)
    const listed = await run(['members'])
    expect(listed.stdout).toMatch(/ana@practice\.example +manager/)
    expect(await run(['members', 'invite', 'ana@practice.example'])).toMatchObject({
      code: 2,
      stderr: 'The input is not valid: --role: must be one of viewer, coder, analyst, manager, administrator.\n',
    })
  })

  it('make a token, list it without its secret, and revoke it', async () => {
    const made = await json<{ id: string; token: string }>(['tokens', 'create', 'night export', '--role', 'coder', '--scopes', 'claims.read, imports.read'])
    expect(made).toMatchObject({ role: 'coder', scopes: ['claims.read', 'imports.read'], token: expect.stringMatching(/^ovt_/) })
    const listed = await run(['tokens'])
    expect(listed.stdout).toMatch(/night export +coder +claims\.read imports\.read/)
    expect(listed.stdout).not.toContain(made.token)
    expect((await run(['tokens', 'revoke', made.id])).stdout).toBe(`The token ${made.id} is revoked.\n`)
    expect((await run(['tokens', '--all'])).stdout).toContain('revoked')
  })

  it.each([
    [['members', 'dance'], '"dance" is nothing to do with members; there are: list, invite, role, remove, reset-password.\n'],
    [['members', 'remove'], '<email> is missing: overturn members remove <email>.\n'],
    [
      ['members', 'reset-password', 'nobody@practice.example'],
      'Nobody here has the address nobody@practice.example. "overturn members list" shows who there is.\n',
    ],
    [['tokens', 'create'], '<name> is missing: overturn tokens create <name>.\n'],
    [['tokens', 'create', 'x', '--days', '400'], 'The input is not valid: --days: must be a whole number from 1 to 365.\n'],
  ])('say what is wrong with %j', async (words, stderr) => {
    expect(await run(words)).toMatchObject({ code: 2, stdout: '', stderr })
  })
})
