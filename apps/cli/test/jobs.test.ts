import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePort, overturn, startOverturn, until, useFolder } from './overturn.ts'

const MINUTES = 5 * 60_000
const folder = useFolder()

interface History {
  runs: { job: string; state: string; trigger: string; requestId: string | null; rows: number | null }[]
}

/** A process that says something once it is ready, and ends on SIGTERM. */
async function running(words: readonly string[], ready: RegExp) {
  const child = startOverturn(words)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const exited = once(child, 'exit')
  await until(`${words[0]} is ready: ${said}`, () => ready.test(said) || child.exitCode !== null, 200)
  expect(said).toMatch(ready)
  return {
    stop: async () => {
      child.kill('SIGTERM')
      return (await exited) as [number | null, NodeJS.Signals | null]
    },
  }
}

describe('overturn jobs', { timeout: MINUTES }, () => {
  it('asks the server for runs, and shows how they went', async () => {
    const dataDir = join(folder, 'with a server')
    const server = await running(['start', '--no-demo', '--data-dir', dataDir, '--port', String(await freePort())], /Overturn is ready/)
    try {
      const list = JSON.parse((await overturn(['jobs', 'list', '--json', '--data-dir', dataDir])).stdout)
      expect(list).toMatchObject({ timeZone: 'America/New_York', workers: 1 })
      expect(list.jobs).toContainEqual(
        expect.objectContaining({ name: 'pattern-detection', schedule: '0 */6 * * *', nextDue: expect.any(String), paused: null }),
      )
      const asked = JSON.parse((await overturn(['jobs', 'run', 'refresh', '--json', '--data-dir', dataDir])).stdout)
      expect(asked).toEqual({ job: 'refresh', queued: true, requestId: expect.any(String), run: null })
      const history = async () => JSON.parse((await overturn(['jobs', 'history', 'refresh', '--json', '--data-dir', dataDir])).stdout) as History
      await until('the server ran it', async () => (await history()).runs[0]?.state === 'complete', 60)
      expect((await history()).runs).toMatchObject([{ job: 'refresh', trigger: 'person', requestId: asked.requestId, rows: 0 }])
    } finally {
      expect(await server.stop()).toEqual([0, null])
    }
  })

  it('runs, pauses and resumes where no server is', async () => {
    const dataDir = join(folder, 'alone')
    await overturn(['migrate', '--data-dir', dataDir])
    const idle = await running(['start', '--no-demo', '--no-jobs', '--data-dir', dataDir, '--port', String(await freePort())], /Overturn is ready/)
    try {
      expect(await overturn(['jobs', 'run', 'refresh', '--data-dir', dataDir])).toMatchObject({
        code: 0,
        stdout: 'The job refresh ran here (run 1, rows: 0).\n',
      })
      expect((await overturn(['jobs', 'pause', 'refresh', '--data-dir', dataDir])).stdout).toBe(
        'The job refresh is paused until "overturn jobs resume refresh".\n',
      )
      expect(await overturn(['jobs', 'run', 'refresh', '--data-dir', dataDir])).toMatchObject({
        code: 3,
        stderr: 'The job refresh is paused. Resume it first.\n',
      })
      const list = (await overturn(['jobs', '--data-dir', dataDir])).stdout
      expect(list).toMatch(/refresh +when data changes +paused by cli +\d{4}-\d\d-\d\d \d\d:\d\d +complete/)
      expect(list).toContain('Nothing runs jobs now')
      expect((await overturn(['jobs', 'resume', 'refresh', '--data-dir', dataDir])).stdout).toBe('The job refresh is resumed.\n')
      expect((await overturn(['jobs', 'history', '--data-dir', dataDir])).stdout).toMatch(/1 +refresh .*person +1 +complete .*\n\n.*1 in all\n$/)
      expect(await overturn(['jobs', 'run', '--data-dir', dataDir])).toMatchObject({ code: 2, stderr: expect.stringContaining('<name> is missing') })
      expect(await overturn(['jobs', 'run', 'nothing', '--data-dir', dataDir])).toMatchObject({ code: 2 })
      expect(await overturn(['jobs', 'forget', '--data-dir', dataDir])).toMatchObject({ code: 2, stderr: expect.stringContaining('list, run, history') })
      const worker = await running(['jobs', 'work', '--data-dir', dataDir], /Running jobs as/)
      expect(JSON.parse((await overturn(['jobs', '--json', '--data-dir', dataDir])).stdout)).toMatchObject({ workers: 1 })
      expect(await worker.stop()).toEqual([0, null])
      expect(JSON.parse((await overturn(['jobs', '--json', '--data-dir', dataDir])).stdout)).toMatchObject({ workers: 0 })
    } finally {
      expect(await idle.stop()).toEqual([0, null])
    }
  })
})
