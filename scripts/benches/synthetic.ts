import { generateGroup } from '../../packages/core/src/synthetic/group.ts'

const CLAIMS = 50_000

/** Invents a group and reads its records to the end. */
export function runSyntheticBench(): void {
  const since = performance.now()
  let records = 0
  for (const batch of generateGroup({ seed: 1, claims: CLAIMS, asOf: '2026-03-31', months: 18 }).records()) records += batch.length
  const elapsed = (performance.now() - since) / 1000
  console.log(
    `${Math.round(CLAIMS / elapsed).toLocaleString('en-US')} claims/s, ${records.toLocaleString('en-US')} records in ${elapsed.toFixed(2)} s, ${Math.round(process.memoryUsage.rss() / 1_000_000)} MB resident`,
  )
}
