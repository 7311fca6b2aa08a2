import { join } from 'node:path'
import { defineCommand } from 'citty'
import { makeDataFolder } from '../data-folder.ts'
import { globalFlags } from '../global-flags.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { firstSignIn } from '../start/first-sign-in.ts'
import { openOwned } from '../start/owned-database.ts'
import { ensurePortal, isBuilt } from '../start/portal-build.ts'
import { startPortal } from '../start/portal-process.ts'
import { assertPortFree } from '../start/port.ts'
import { prepareData } from '../start/prepare-data.ts'
import { startJobs } from '../start/jobs.ts'
import { listenForStop, requested } from '../start/stop-signal.ts'
import { configOf } from '../session.ts'
import { OverturnError } from '@overturn/core/errors'
import { secretOf } from '@overturn/core/identity/secret'
import { createLog } from '@overturn/core/log'

const { 'as-of': _asOf, ...flags } = globalFlags

export default defineCommand({
  meta: { description: 'Start Overturn on this machine: database, portal and, in an empty database, a demonstration' },
  args: {
    port: { type: 'string', valueHint: 'number', description: 'Port of the portal on 127.0.0.1 (OVERTURN_PORT, else 3000)' },
    demo: {
      type: 'boolean',
      default: true,
      description: 'Fill an empty database with an invented group',
      negativeDescription: 'Leave an empty database empty',
    },
    jobs: {
      type: 'boolean',
      default: true,
      description: 'Run the jobs that keep everything computed',
      negativeDescription: 'Run no jobs here; another process does ("overturn jobs work")',
    },
    ...flags,
  },
  run: async ({ args }) => {
    // What this process does it says itself, in words; the portal logs its requests.
    const config = configOf(args, { OVERTURN_LOG_LEVEL: 'warn' })
    const since = performance.now()
    const say = (message: string) => printNote(`[${((performance.now() - since) / 1000).toFixed(1).padStart(5)} s] ${message}`)
    const stop = listenForStop(say)
    try {
      await assertPortFree(config.port)
      // With a server of its own, a secret and a build, Overturn writes nothing here.
      if (config.databaseUrl === null || (config.secret.value ?? config.secret.file) === null || !isBuilt()) makeDataFolder(config.dataDir)
      secretOf(config)
      const owned = await openOwned(config, say)
      try {
        stop.signal.throwIfAborted()
        const data = prepareData(owned.database, { config, withDemo: args.demo, log: stop.untilStopped(createLog(config.logLevel)), say })
        const portalReady = ensurePortal(join(config.dataDir, 'portal-build.log'), stop.signal, say)
        // Neither waits for the other, and a stop waits for neither; what fails first is said.
        const both = Promise.all([data, portalReady])
        both.catch(() => undefined)
        await Promise.race([both, requested(stop.signal)])
        if (stop.signal.aborted) return
        const [organization] = await both
        const portal = await startPortal(config.port, { ...owned.environment, OVERTURN_DATA_DIR: config.dataDir }, stop.signal)
        const jobs = args.jobs ? await startJobs(owned.database, config, stop) : null
        try {
          say('Overturn is ready. Ctrl-C stops it')
          const first = await firstSignIn(owned.database, config)
          if (args.json) printJson({ address: portal.address, organization, dataDir: config.dataDir, ...first.document })
          else printResult(`Address   ${portal.address}${first.text}`)
          await Promise.race([
            requested(stop.signal),
            portal.ended.then((how) => gone('The portal', how)),
            owned.lost.then((how) => gone('The embedded database', how)),
          ])
        } finally {
          await Promise.all([jobs?.stop(), portal.stop()])
        }
      } finally {
        await owned.database.close()
        if (stop.signal.aborted) say('Stopped')
      }
    } catch (error) {
      // A stop while starting ends what was under way; that is no failure.
      if (!stop.signal.aborted) throw error
    } finally {
      stop.dispose()
    }
  },
})

function gone(what: string, how: string): never {
  throw new OverturnError('internal', `${what} ${how}, so Overturn has stopped. Start it again with "overturn start".`)
}
