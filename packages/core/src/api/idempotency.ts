import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { asOverturnError, OverturnError, type ErrorCode } from '../errors.ts'

/** What a write answered: the body as it went out. */
export interface Answer {
  status: number
  body: string
}

export interface KeyedRequest {
  operation: string
  input: unknown
  /** The answer holds a secret: that it was given is kept, and not what it said. */
  isSecret?: boolean
}

const LONGEST = 255
const KEPT_HOURS = 24

/** After these nobody knows whether the write was done: its key stays taken. After any other error nothing was done, and the key is free again. */
const UNSURE: readonly ErrorCode[] = ['internal', 'database_unavailable']

/**
 * Does a write once for a key of the caller's, of which each actor of an organization has their own. The same key with the same input gets the
 * same answer for 24 hours, and nothing is done again. Throws `key_reused` when it came with something else, and `conflict` while the first
 * request is at work or when it was cut off.
 */
export async function once(context: Context, key: string, request: KeyedRequest, work: () => Promise<Answer>): Promise<Answer & { isReplayed: boolean }> {
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > LONGEST)
    throw new OverturnError('invalid_input', `Idempotency-Key must be 1 to ${LONGEST} letters, digits and signs without spaces; a UUID is a good one.`)
  const before = await claim(context, key, request)
  if (before) return { ...before, isReplayed: true }
  try {
    const answer = await work()
    await keep(context, key, answer, request.isSecret ?? false)
    return { ...answer, isReplayed: false }
  } catch (thrown) {
    if (!UNSURE.includes(asOverturnError(thrown).code)) await release(context, key)
    throw thrown
  }
}

/** Takes the key, or gives the answer that is kept under it. Keys that have had their time go. */
async function claim({ db, actor, now }: Context, key: string, { operation, input }: KeyedRequest): Promise<Answer | null> {
  const inputHash = createHash('sha256').update(canonical(input)).digest('hex')
  const oldest = new Date(now.getTime() - KEPT_HOURS * 3_600_000).toISOString()
  return db.transaction(async (tx) => {
    await tx.run(sql`delete from idempotency_keys where organization_id = ${db.organizationId} and created_at < ${oldest}`)
    const taken = await tx.run(sql`
      insert into idempotency_keys (organization_id, actor_id, key, operation, input_hash, created_at)
      values (${db.organizationId}, ${actor.id}, ${key}, ${operation}, ${inputHash}, ${now.toISOString()})
      on conflict do nothing`)
    if (taken === 1) return null
    const kept = await tx.row<{ operation: string; inputHash: string; status: number | null; body: string | null }>(sql`
      select operation, input_hash as "inputHash", status::int as status, answer #>> '{}' as body from idempotency_keys
      where organization_id = ${db.organizationId} and actor_id = ${actor.id} and key = ${key}`)
    if (kept && (kept.operation !== operation || kept.inputHash !== inputHash))
      throw new OverturnError('key_reused', 'This Idempotency-Key came with another request before. Use a new key for a new request.')
    if (kept && kept.status !== null && kept.body === null)
      throw new OverturnError('conflict', 'The request with this Idempotency-Key was done. Its answer held a secret that is said once, and is not kept.')
    if (!kept || kept.status === null || kept.body === null)
      throw new OverturnError(
        'conflict',
        'The request with this Idempotency-Key is at work, or was cut off. Ask again in a while; when it stays so, look whether it was done before you send it with a new key.',
      )
    return { status: kept.status, body: kept.body }
  })
}

/** As one text, because an object would come back with its fields in another order. */
async function keep({ db, actor }: Context, key: string, { status, body }: Answer, isSecret: boolean): Promise<void> {
  await db.run(sql`
    update idempotency_keys set status = ${status}, answer = to_jsonb(${isSecret ? null : body}::text)
    where organization_id = ${db.organizationId} and actor_id = ${actor.id} and key = ${key}`)
}

async function release({ db, actor }: Context, key: string): Promise<void> {
  await db.run(sql`
    delete from idempotency_keys where organization_id = ${db.organizationId} and actor_id = ${actor.id} and key = ${key} and status is null`)
}

/** The same text for the same input, in whatever order its fields came. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}
