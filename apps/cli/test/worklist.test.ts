import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { overturn, useData, useFolder } from './overturn.ts'
import { writeSixDenials } from './six-denials.ts'

const folder = useFolder()
const data = ['--data-dir', useData(), '--as-of', '2026-03-31']
const file = writeSixDenials(folder)
const run = async (...words: string[]) => {
  const { code, stdout, stderr } = await overturn(['worklist', ...words, ...data])
  return { code, said: stdout + stderr }
}

describe('overturn worklist', { timeout: 180_000 }, () => {
  it('lists denials to work, and keeps what is decided about them', async () => {
    expect((await overturn(['import', file, ...data])).code).toBe(0)
    const listed = await run('--sort', 'value', '--limit', '2')
    expect(listed.said).toMatch(/^CL-5 .* 2026-09-16 +169 +\$105\.00 .* appeal +– +open +Authorization absent$/m)
    expect(listed.said).toMatch(/Page 1 of 3, 6 in all, \$615\.00 open, \$[\d.]+ expected/)
    expect((await run('snooze', 'CL-5,CL-4', '--until', '2026-04-07')).said).toBe('2 claims put off until 2026-04-07.\n')
    expect((await run('give-up', 'CL-3')).said).toBe('1 claim given up.\n')
    expect((await run('--snoozed', 'yes')).said).toMatch(/^CL-5 .* open until 2026-04-07 [^]*2 in all/m)
    expect(await run('assign', 'CL-4', '--user-id', 'somebody')).toMatchObject({ code: 2, said: expect.stringContaining('overturn worklist people') })
  })

  it('keeps notes and writes letters into files of their own', async () => {
    expect((await run('note', 'CL-1', '--note', 'Called the payer')).said).toBe('Note 1 of claim CL-1 is written.\n')
    expect((await run('notes', 'CL-1')).said).toMatch(/^1 {2}2026.*\nCalled the payer\n$/)
    expect((await run('templates')).said).toMatch(/^built-in:authorization +Appeal: authorization$/m)
    const text = await run('letter', 'CL-1')
    expect(text.said).toContain('Our claim number: CL-1')
    expect(text.said).toContain('To be filled in by hand: letterhead of the practice')
    const pdf = join(folder, 'letter.pdf')
    expect(await run('letter', 'CL-1', '--template', 'built-in:coding', '--out', pdf)).toMatchObject({
      code: 0,
      said: expect.stringContaining('it names the patient'),
    })
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    expect(statSync(pdf).mode & 0o777).toBe(0o600)
    const nowhere = join(folder, 'other.docx')
    expect((await run('letter', 'CL-9', '--out', nowhere)).code).not.toBe(0)
    expect(existsSync(nowhere)).toBe(false)
  })
})
