import { runCli } from './cli.ts'
import { endQuietlyOnBrokenPipe } from './output.ts'

endQuietlyOnBrokenPipe()
// Started by the launcher under another Node: when that one is gone, even by kill -9, this one must not stay.
if (process.env['OVERTURN_LAUNCHED'] && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
process.exitCode = await runCli(process.argv.slice(2))
