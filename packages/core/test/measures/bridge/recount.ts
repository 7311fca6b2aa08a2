import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'
import type { DateWindow } from '../../../src/dates.ts'
import type { ClaimDefinition } from '../../../src/measures/bridge/definitions.ts'

interface Claim {
  id: string
  status: string
  initial: string | null
  final: string | null
  duplicate: boolean
  decisions: { id: number; rank: string | null; code: string | null; on: string | null }[]
}

export interface Flags {
  numerator: boolean
  denominator: boolean
}

const flags = (denominator: boolean, numerator: boolean): Flags => ({ numerator: denominator && numerator, denominator })

/** CLP02 of the first remittance: the primary payer's before others', by day, then in the order of arrival; a decision without a day last. */
function firstCode({ decisions }: Claim): string | null {
  const primary = (rank: string | null) => rank === null || rank === 'primary'
  const told = decisions.filter(({ code }) => code !== null)
  const leading = told.some(({ rank }) => primary(rank)) ? told.filter(({ rank }) => primary(rank)) : told
  return leading.toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : (a.on ?? '9') > (b.on ?? '9') ? 1 : a.id - b.id))[0]?.code ?? null
}

/** The definitions in words of a programmer, claim by claim: slow, plain, and not the product's statement. */
const definitions: Record<ClaimDefinition, (claim: Claim) => Flags> = {
  initial: ({ initial, duplicate }) => flags(initial !== null && !duplicate, initial === 'denied'),
  initial_or_partial: ({ initial, duplicate }) => flags(initial !== null && !duplicate, initial !== 'paid'),
  submitted: ({ initial, duplicate }) => flags(true, initial === 'denied' && !duplicate),
  primary: ({ initial, duplicate, decisions }) =>
    flags(initial !== null && !duplicate && decisions.some(({ rank }) => (rank ?? 'primary') === 'primary'), initial === 'denied'),
  with_duplicates: ({ initial }) => flags(initial !== null, initial === 'denied'),
  final: ({ initial, final, duplicate }) => flags(initial !== null && !duplicate, final === 'denied'),
  final_of_initial: ({ initial, final, duplicate }) => flags(initial === 'denied' && !duplicate, final === 'denied'),
  status_denied: ({ status }) => flags(true, status === 'denied'),
  clp02_4: (claim) => flags(firstCode(claim) !== null, firstCode(claim) === '4'),
}

/** Every claim submitted in the window with what each definition says of it. */
export async function recountFlags(
  { db, organization }: Context,
  { start, end }: DateWindow,
  payer?: string,
): Promise<(Record<ClaimDefinition, Flags> & { id: string })[]> {
  const claims = await db.rows<Claim & { payer: string | null }>(sql`
    select id, payer_id as payer, status, initial_outcome as initial, final_outcome as final, is_duplicate as duplicate,
      (select coalesce(json_agg(json_build_object('id', a.id, 'rank', a.payer_rank, 'code', a.status_code, 'on', a.decided_on)), '[]')
       from adjudications a where a.claim_id = c.id and a.organization_id = c.organization_id and a.kind = 'original') as decisions
    from claims c where organization_id = ${organization.id} and use = 'claim' and submission_date >= ${start} and submission_date < ${end}`)
  return claims
    .filter((claim) => payer === undefined || claim.payer === payer)
    .map((claim) => {
      const all = Object.entries(definitions).map(([key, of]) => [key, of(claim)])
      return { ...(Object.fromEntries(all) as Record<ClaimDefinition, Flags>), id: claim.id }
    })
}
