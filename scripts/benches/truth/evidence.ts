import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { root } from '../../support/run.ts'
import type { Machine } from '../imports/machine.ts'
import { documentOf } from './document.ts'
import type { TrialResult } from './trial.ts'
import { trials } from './trials.ts'

/** What a trial said, when and on which machine. */
export interface Evidence {
  id: string
  /** ISO 8601, UTC. */
  startedAt: string
  seconds: number
  machine: Machine
  result: TrialResult
}

const FIGURES = join(root, 'docs/evidence.json')
const DOCUMENT = join(root, 'docs/evidence.md')

/** Keeps these figures in place of earlier ones of the same trials, and writes the document of all that are kept. */
export async function writeEvidence(tried: readonly Evidence[]): Promise<void> {
  const earlier = existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as Evidence[]) : []
  const kept = trials.flatMap(({ id }) => (tried.find((one) => one.id === id) ?? earlier.find((one) => one.id === id)) || [])
  await writeFormatted(FIGURES, JSON.stringify(kept))
  await writeFormatted(DOCUMENT, documentOf(trials, kept))
  console.log(`Written: docs/evidence.json and docs/evidence.md (${kept.length} of ${trials.length} trials)`)
}

async function writeFormatted(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
}
