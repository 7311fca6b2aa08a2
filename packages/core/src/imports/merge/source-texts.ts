import { deflateRaw, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { bulkInsert } from '../../db/bulk.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { sourceOf, type SourceText } from '../source-text.ts'
import type { Insert } from './rows.ts'
import { rowIdOf } from './slice.ts'
import type { Positioned } from './slice-merge.ts'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Texts of one chunk together: to show one claim, no more than this is unpacked. In characters. */
const CHUNK = 131_072
/** Measured on 837 and 835 files: level 1 takes a third of the time of the default and a fifth more room. */
const LEVEL = 1

/** A text of a chunk: the position of its record in the file, then its place and itself. */
type Entry = readonly [position: number, source: SourceText]

/** Some texts of a file that stand together. `position` is that of the first record. */
export interface SourceChunk {
  position: number
  content: Buffer
}

/** The texts of these records, packed; nothing where their format keeps none. */
export async function packSources(records: readonly Positioned[]): Promise<SourceChunk[]> {
  const chunks: Entry[][] = []
  let held = CHUNK
  for (const { position, record } of records) {
    const source = sourceOf(record)
    if (!source) continue
    if (held >= CHUNK) {
      chunks.push([])
      held = 0
    }
    chunks.at(-1)!.push([position, source])
    held += source.text.length
  }
  return Promise.all(chunks.map(async (entries) => ({ position: entries[0]![0], content: await deflate(JSON.stringify(entries), { level: LEVEL }) })))
}

/** The text of the record at this position of a packed chunk; null where it kept none. */
export async function unpackSource(content: Uint8Array, position: number): Promise<SourceText | null> {
  const entries = JSON.parse((await inflate(content)).toString('utf8')) as Entry[]
  return entries.find(([at]) => at === position)?.[1] ?? null
}

export async function writeSources(
  tx: TenantTransaction,
  { organizationId, importId }: { organizationId: number; importId: number },
  chunks: readonly SourceChunk[],
): Promise<void> {
  if (chunks.length === 0) return
  const ids = chunks.map(({ position }) => rowIdOf(importId, position))
  await tx.run(sql`
    insert into source_chunks (organization_id, id, content)
    select ${organizationId}::int, * from unnest(${sql.param(ids)}::int8[], ${sql.param(chunks.map(({ content }) => content))}::bytea[])`)
}

/** A record that told of a claim. Of decisions their own row tells which claim they are of. */
export interface ClaimSource {
  position: number
  claimId: string
}

export const claimSourceInsert =
  (importId: number, sources: readonly ClaimSource[]): Insert =>
  (organizationId) =>
    sources.length > 0
      ? bulkInsert(
          'claim_sources',
          organizationId,
          [
            { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
            { name: 'id', type: 'int8', of: ({ position }) => rowIdOf(importId, position) },
          ],
          sources,
        )
      : null
