import { sql } from 'drizzle-orm'
import type { Context, Organization } from '../context.ts'
import { tenantDatabase, type TenantDatabase } from '../db/tenant.ts'
import { BEGINNING, contentHash, type About, type AuditContent, type AuditOutcome } from './chain.ts'

/** Advisory lock of an organization's chain: one event after the other. */
const LOCK = 704_604

export interface Deed {
  operation: string
  outcome: AuditOutcome
  claimIds?: readonly string[]
  about?: { readonly [field: string]: About }
}

/** Whose doing it is, and in whose trails it is told. */
type Doer = Pick<Context, 'database' | 'actor' | 'origin' | 'trails'> & { organization: Pick<Organization, 'id'> }

/**
 * Writes down that somebody did something; resolves when it is stored for good. On a view of its own: what is going on must not take the record
 * back. `at` is the clock's, whatever day the context computes as of.
 */
export async function record({ organization, trails, ...doer }: Doer, deed: Deed): Promise<void> {
  // One after the other: through the embedded socket a transaction has the database to itself.
  for (const id of trails ? await trails() : [organization.id]) await recordIn(id, doer, deed)
}

async function recordIn(organizationId: number, { database, actor, origin }: Omit<Doer, 'organization' | 'trails'>, deed: Deed): Promise<void> {
  await append(tenantDatabase(database, organizationId), {
    organizationId,
    at: new Date(),
    actorId: storable(actor.id),
    role: actor.role,
    operation: deed.operation,
    outcome: deed.outcome,
    claimIds: (deed.claimIds ?? []).map(storable),
    about: storableAbout(deed.about ?? {}),
    channel: origin?.channel ?? 'none',
    address: storableOrNull(origin?.address),
    requestId: storableOrNull(origin?.requestId),
  })
}

/** Adds one event to the end of the chain. */
export async function append(db: TenantDatabase, event: AuditContent): Promise<void> {
  await db.transaction(async (tx) => {
    // A statement of its own: the next one then sees what was committed while this one waited.
    await tx.run(sql`select pg_advisory_xact_lock(${LOCK}, ${event.organizationId})`)
    await tx.run(sql`
      insert into audit_events (organization_id, number, at, actor_id, role, operation, outcome, claim_ids, about, channel, address, request_id, previous_hash, hash)
      select ${event.organizationId}, p.number + 1, ${event.at}, ${event.actorId}, ${event.role}, ${event.operation}, ${event.outcome}, ${sql.param(event.claimIds)}::text[],
        ${JSON.stringify(event.about)}::jsonb, ${event.channel}, ${event.address}, ${event.requestId}, p.hash,
        encode(sha256(convert_to(p.hash || ' ' || (p.number + 1) || ' ' || ${contentHash(event)}::text, 'UTF8')), 'hex')
      from (
        (select number, hash from audit_events where organization_id = ${event.organizationId} order by number desc limit 1)
        union all select 0, ${BEGINNING} order by number desc limit 1) p`)
  })
}

/** As the database keeps it: it has neither NUL nor half a surrogate pair. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')
const storableOrNull = (text: string | null | undefined): string | null => (text === null || text === undefined ? null : storable(text))

function storableAbout(about: { readonly [field: string]: About }): { readonly [field: string]: About } {
  return JSON.parse(JSON.stringify(about), (_key, value: unknown) => (typeof value === 'string' ? storable(value) : value)) as typeof about
}
