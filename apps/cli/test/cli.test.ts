import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { overturn, overturnProcess, useFolder } from './overturn.ts'

describe('the command line', () => {
  const folder = useFolder()

  it('lists every command', async () => {
    const { code, stdout } = await overturnProcess(['--help'])
    expect(code).toBe(0)
    for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^ +${name} +\\S`, 'm'))
  })

  it.each(Object.keys(commands))('explains %s and every one of its flags', async (name) => {
    const { code, stdout, stderr } = await overturn([name, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`overturn ${name}`)
    const undescribed = stdout.split('\n').filter((line) => /^ +(?:--[\w-]+(?:=<.*?>)?|[A-Z-]+) *$/.test(line) && !/^ *[A-Z]+$/.test(line))
    expect(undescribed).toEqual([])
  })

  it('prints no colors into a pipe', async () => {
    expect((await overturnProcess(['--help'], { env: { NO_COLOR: '' } })).stdout).not.toContain('\u001B')
  })

  it.each([
    [['improt'], 'There is no command "improt"; did you mean "overturn import"?'],
    [['frobnicate'], 'There is no command "frobnicate"; "overturn --help" lists what there is.'],
    [['toString'], 'There is no command "toString"; "overturn --help" lists what there is.'],
    [['migrate', '--jsn'], 'There is no flag --jsn; did you mean --json?'],
    [['migrate', '--json=yes'], '--json takes no value.'],
    [['migrate', '--data-dir'], '--data-dir needs a value, such as --data-dir <folder>.'],
    [['migrate', 'now'], '"now" is one word too many for this command.'],
    [['pattern'], '<id> is missing: Id of the pattern, as "overturn patterns" lists it.'],
    [['--data-dir', 'x'], 'Which command? "overturn --help" lists what there is.'],
    [['patterns', '--as-of', 'yesterday'], '--as-of: "yesterday" is neither a day (YYYY-MM-DD) nor a moment (ISO 8601, such as 2026-03-31T18:00:00Z).'],
  ])('refuses %j in one sentence', async (words, sentence) => {
    expect(await overturn(words, { cwd: folder })).toEqual({ code: 2, signal: null, stdout: '', stderr: `${sentence}\n` })
  })

  it('gives a problem document with --json, and the sentence beside it', async () => {
    const { code, stdout, stderr } = await overturnProcess(['improt', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toEqual({ type: 'urn:overturn:problem:invalid_input', title: 'invalid input', detail: stderr.trim(), code: 'invalid_input' })
  })

  it('names every setting that is wrong', async () => {
    const { code, stderr } = await overturnProcess(['status'], { env: { OVERTURN_PORT: 'http', DATABASE_URL: 'mysql://x' } })
    expect(code).toBe(2)
    expect(stderr).toMatch(/OVERTURN_PORT.*DATABASE_URL must start with postgres/)
  })

  it('has a code of its own for a database that does not answer', async () => {
    const { code, stdout } = await overturnProcess(['status', '--json'], { env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' } })
    expect(code).toBe(4)
    expect(JSON.parse(stdout)).toMatchObject({ code: 'database_unavailable' })
  })

  it('makes no database where it only looks', async () => {
    const { code, stderr } = await overturn(['patterns'], { cwd: folder })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `There is no data in ${join(folder, '.overturn')} yet. "overturn start" and "overturn import" make it; --data-dir names another folder.\n`,
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('has a code of its own for a folder that cannot be written', async () => {
    const { code, stderr } = await overturnProcess(['migrate', '--data-dir', '/dev/null/data'])
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 3, lines: 1 })
  })
})
