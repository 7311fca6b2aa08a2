import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, oldNode, overturnProcess, useFolder } from './overturn.ts'

const why = 'this machine has no Node older than 24 in /usr/bin'

describe('the launcher', () => {
  const folder = useFolder()

  it('works through a link from anywhere', async () => {
    const link = join(folder, 'linked')
    symlinkSync(launcher, link)
    const { stdout } = await overturnProcess(['--help'], { cwd: folder })
    expect(stdout).toContain('COMMANDS')
    expect(execFileSync(process.execPath, [link, '--help'], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })).toContain('COMMANDS')
  })

  it('runs under an old Node by calling the workspace its own, with the same exit code', async (context) => {
    if (oldNode === null) return context.skip(why)
    const help = await overturnProcess(['--help'], { node: oldNode })
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('COMMANDS') })
    expect(await overturnProcess(['no-such-command'], { node: oldNode })).toMatchObject({ code: 2, stdout: '' })
  })

  it('says in one sentence what is missing where there is no newer Node', async (context) => {
    if (oldNode === null) return context.skip(why)
    const elsewhere = join(folder, 'alone', 'bin', 'overturn.js')
    mkdirSync(dirname(elsewhere), { recursive: true })
    cpSync(launcher, elsewhere)
    writeFileSync(join(folder, 'alone', 'package.json'), '{"type":"module"}')
    const run = () => execFileSync(oldNode!, [elsewhere], { encoding: 'utf8', stdio: 'pipe' })
    expect(run).toThrow(
      expect.objectContaining({
        status: 5,
        stderr: expect.stringMatching(/^Overturn needs Node 24; this is [\d.]+, and the workspace has none of its own\. Run "npm ci".*\n$/),
      }),
    )
  })
})
