import { spawnSync } from 'node:child_process'

/**
 * Asks the registry which packages that Overturn runs with have known weaknesses; exit code 1 for one that is high or critical. A registry that does not
 * answer, or has no advisories, is no reason to stop: that nothing was checked is said, and not taken for a clean result.
 */
interface Report {
  metadata?: { vulnerabilities?: Record<string, number> }
  message?: string
  error?: { summary?: string; code?: string }
}

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], { encoding: 'utf8', timeout: 60_000 })

function reportOf(text: string): Report {
  try {
    return JSON.parse(text) as Report
  } catch {
    return {}
  }
}

const { metadata, message, error } = reportOf(stdout ?? '')
const found = metadata?.vulnerabilities
if (found === undefined) {
  const reason = [error?.code, error?.summary, message].find((text) => text !== undefined && text !== null && text !== '') ?? 'no answer'
  console.log(`Dependency audit skipped: the registry gives no advisories (${reason}). Nothing was checked.`)
} else {
  const severe = (found['high'] ?? 0) + (found['critical'] ?? 0)
  console.log(`Dependency audit: ${found['critical'] ?? 0} critical, ${found['high'] ?? 0} high, ${found['moderate'] ?? 0} moderate, ${found['low'] ?? 0} low.`)
  if (severe > 0) {
    console.log('"npm audit --omit=dev" names the packages; update them.')
    process.exitCode = 1
  }
}
