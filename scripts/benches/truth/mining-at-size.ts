import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { ensureOrganization } from '../../../packages/core/src/organizations.ts'
import { insertManyClaims } from '../../../packages/core/test/support/many-claims.ts'
import { runChild } from '../imports/child.ts'
import { startEngine } from '../imports/engines.ts'
import { tempFolder } from '../imports/temp-folder.ts'
import type { SearchFigures, SearchTask } from './search-at-size.ts'
import type { Measure, Trial, TrialResult } from './trial.ts'

const CLAIMS = 1_000_000
const SLUG = 'bench'
const TODAY = '2026-03-31'
const BARS = { seconds: 30, bytes: 1e9, waitMs: 500 }
/** Far more than the bar, so that a slow machine gives a figure too. */
const PATIENCE_SECONDS = 600

const number = new Intl.NumberFormat('en-US')

export const sizeTrials: readonly Trial[] = [
  {
    id: 'size',
    title: 'The search at size',
    method:
      'An invented practice of 1,000,000 claims with two lines each over 24 months, in the embedded database, ten payers, 20 clinicians, 120 procedure codes, 40 reasons. A process of its own reads them and ' +
      'searches; what is counted is the whole of it, from the first statement to the findings that are kept, the peak memory of that process (the database is another one), and the longest that anybody else would have waited for the database.',
    run,
  },
]

async function run({ share, say }: Parameters<Trial['run']>[0]): Promise<TrialResult> {
  const claims = Math.max(1000, Math.round(CLAIMS * share))
  const folder = tempFolder()
  try {
    const engine = (await startEngine('embedded', folder.path))!
    const { database, target, drop } = await engine.fresh()
    const organization = await ensureOrganization(database, { slug: SLUG, name: 'Bench Practice', timeZone: 'UTC', isDemo: false })
    say(`making ${number.format(claims)} claims`)
    await insertManyClaims({ db: tenantDatabase(database, organization.id), database, organization }, claims, TODAY)
    say('searching')
    const task: SearchTask = { ...target, slug: SLUG, today: TODAY }
    const outcome = await runChild<SearchFigures>(new URL('./search-at-size.ts', import.meta.url).href, task, PATIENCE_SECONDS)
    await drop()
    await engine.stop()
    if (!outcome.ok) throw new Error(`the search ${outcome.reason}`)
    return { runs: 1, seeds: 'from the number of each claim', measures: measuresOf(outcome.result), limits: [LIMIT] }
  } finally {
    folder.remove()
  }
}

const LIMIT =
  'Times are those of one machine. The claims of one practice are more alike than those of a hospital with thousands of codes; the search grows with distinct codes and with findings.'

function measuresOf({ claims, searched, found, seconds, peakBytes, longestSliceMs }: SearchFigures): Measure[] {
  const bar = (what: string, value: string, limit: string | null, met: boolean | null): Measure => ({ what, value, bar: limit, met })
  return [
    bar('claims searched', number.format(claims), null, null),
    bar('candidates', number.format(searched), null, null),
    bar('found', number.format(found), null, null),
    bar('seconds, reading included', seconds.toFixed(1), `under ${BARS.seconds}`, seconds < BARS.seconds),
    bar('peak memory beside the database', `${Math.round(peakBytes / 1e6)} MB`, `under ${BARS.bytes / 1e6} MB`, peakBytes < BARS.bytes),
    bar('longest hold of the database', `${longestSliceMs} ms`, `under ${BARS.waitMs} ms`, longestSliceMs < BARS.waitMs),
  ]
}
