import { describe, expect, it } from 'vitest'
import { overturn, useData, useFolder } from './overturn.ts'
import { writeSixDenials } from './six-denials.ts'

const folder = useFolder()
const data = ['--data-dir', useData(), '--as-of', '2026-03-31']
const file = writeSixDenials(folder)
const run = async (...words: string[]) => {
  const { code, stdout, stderr } = await overturn([...words, ...data])
  return { code, said: stdout + stderr }
}

describe('overturn appeals, payers and actions', { timeout: 180_000 }, () => {
  it('files and decides appeals, and says what is due', async () => {
    expect((await run('import', file)).code).toBe(0)
    expect((await run('appeals')).said).toBe('No appeals.\n')
    const due = await run('appeals', 'deadlines', '--due-within', '366', '--limit', '2')
    expect(due.said).toMatch(/^CL-5 .* 2026-09-16 +169 +\$105\.00 +appeal +Authorization absent$/m)
    expect(due.said).toMatch(/Page 1 of 3, 6 in all, \$615\.00 open\n$/)
    expect(await run('appeals', 'create', 'CL-5', '--filed-on', '2026-03-25', '--amount', '55.5', '--note', 'letter sent')).toEqual({
      code: 0,
      said: 'Appeal 1 of claim CL-5 is open, to be filed by 2026-09-16. The claim is appealed.\n',
    })
    expect((await run('appeals')).said).toMatch(
      /^CL-5 +1 .* 2026-03-25 +2026-09-16 +pending +– +\$55\.50 +–\n\n1 in all, worth \$55\.50, recovered \$0\.00\n$/m,
    )
    expect((await run('appeals', 'decide', 'CL-5', '--outcome', 'upheld', '--on', '2026-03-30')).said).toBe(
      'Appeal 1 of claim CL-5 is upheld. The claim is denied.\n',
    )
    expect((await run('appeals', 'reopen', 'CL-5')).code).toBe(0)
    expect((await run('appeals', 'remove', 'CL-5', '--level', '1')).said).toBe('Appeal 1 of claim CL-5 is gone. The claim is denied.\n')
    expect(await run('appeals', 'create', 'CL-5', '--filed-on', '2026-04-25')).toMatchObject({
      code: 2,
      said: expect.stringContaining('is after today, 2026-03-31'),
    })
    expect(await run('appeals', 'decide')).toMatchObject({ code: 2, said: expect.stringContaining('<claim-id> is missing') })
    expect(await run('appeals', 'lose')).toMatchObject({ code: 2, said: expect.stringContaining('nothing to do with appeals') })
  })

  it('lists payers, shows one and sets its windows', async () => {
    expect((await run('payers')).said).toMatch(/^PAY-1 .* 6 +6 +6 +100\.00 % +\$615\.00 +180 d +365 d$/m)
    expect((await run('payers', 'windows', 'PAY-1', '--appeal-window-days', '30')).said).toMatch(
      /^Payer PAY-1: appeal within 30 days, file within 365 days \(set by .+\)\. The last days of 6 claims were computed again\.\n$/,
    )
    const shown = await run('payers', 'show', 'PAY-1')
    expect(shown.said).toMatch(/^Can be got back +\$615\.00 of 6 claims$/m)
    expect(shown.said).toMatch(/^Authorization absent +6 +\$615\.00$/m)
    expect((await run('appeals', 'deadlines')).said).toMatch(/^CL-0 .* 2026-04-19 +19 /m)
    expect(await run('payers', 'show', 'PAY-9')).toMatchObject({ code: 2, said: expect.stringContaining('There is no payer "PAY-9"') })
  })

  it('records what was done about a pattern, archives it and brings it back', async () => {
    const { patterns } = JSON.parse((await run('patterns', '--json')).said) as { patterns: { id: string }[] }
    const id = patterns[0]!.id
    expect((await run('actions', 'record', id, '--kind', 'staff_training', '--happened-on', '2026-03-30', '--note', 'front desk')).said).toBe(
      `Action 1 of pattern ${id} is recorded.\n`,
    )
    expect((await run('actions', 'status', id, '--status', 'archived', '--reason', 'a test payer')).said).toBe(`Pattern ${id} was active and is archived.\n`)
    expect((await run('actions', 'status', id, '--status', 'active', '--reason', 'it is none')).said).toBe(`Pattern ${id} was archived and is active.\n`)
    const listed = (await run('actions', 'list', id)).said
    expect(listed).toMatch(/^1 +2026-03-30 +staff training .* front desk$/m)
    expect(listed).toMatch(/ archived to active by .+: it is none\n.* active to archived by .+: a test payer\n$/)
    expect((await run('actions', 'remove', id, '--position', '1')).said).toBe(`Action 1 of pattern ${id} is gone.\n`)
  })
})
