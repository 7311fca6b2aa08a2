import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { joinFiles, writeClaims } from './samples.ts'

/** Files of an invented group, in the order in which they are imported. */
export interface Series {
  name: string
  /** Claims of the group; some of them have no decision yet and are in no 835. */
  claims: number
  steps: { name: string; paths: string[] }[]
}

/** The ways in which claims come, in a folder of their own: known by their remittance alone, and as a practice has them that keeps its 837 files. */
export async function writeSeries(folder: string, claims: number, { byMonth }: { byMonth: boolean }): Promise<Series[]> {
  const pack = join(folder, 'pack')
  const files = await writeClaims(pack, claims)
  const remittances = { name: '835', paths: [(await joinFiles(files['835'], join(folder, '835.edi'))).path] }
  const submissions = { name: '837', paths: [(await joinFiles(files['837'], join(folder, '837.edi'))).path] }
  const series: Series[] = [
    { name: 'one 835', claims, steps: [remittances] },
    { name: 'one 837, one 835', claims, steps: [submissions, remittances] },
  ]
  if (byMonth) series.push({ name: `${files['835'].length} of 835`, claims, steps: [{ name: '835', paths: files['835'] }] })
  else rmSync(pack, { recursive: true })
  return series
}
