import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { listMatchesInput, listMatchesOutput, type Match, type MatchedClaim } from './schemas.ts'
import { countMatches, readMatchedClaims, readMatches, type StoredMatch, type StoredMatchedClaim } from './sql.ts'

export const listMatches = defineOperation({
  name: 'matches.list',
  kind: 'read',
  identifies: () => true,
  concerns: (_input, { matches }) => matches.flatMap(({ claim, candidates }) => [claim.id, ...candidates.map(({ id }) => id)]),
  summary: 'Lists the decisions that fit several claims equally well, each with the claims it could be of.',
  input: listMatchesInput,
  output: listMatchesOutput,
  run: async ({ db, organization, now }, filter) =>
    db.transaction(async (tx) => {
      const stored = await readMatches(tx, organization.id, filter)
      const ids = [...new Set(stored.flatMap(({ claimId, candidateIds }) => [claimId, ...candidateIds]))]
      const claims = await readMatchedClaims(tx, organization.id, ids)
      const total = await countMatches(tx, organization.id, filter.state)
      return { matches: stored.map((match) => matchOf(match, claims)), pagination: paginate(total, filter), asOf: now.toISOString() }
    }),
})

function matchOf({ claimId, candidateIds, resolvedAt, decision, ...match }: StoredMatch, claims: ReadonlyMap<string, StoredMatchedClaim>): Match {
  const { charge, paid, ...facts } = decision
  const own = claims.get(claimId) as StoredMatchedClaim
  return {
    ...match,
    decision: { ...facts, chargeAmount: dollars(charge), paidAmount: dollars(paid) },
    claim: claimOf(own, own),
    candidates: candidateIds
      .filter((id) => id !== claimId)
      .flatMap((id) => claims.get(id) ?? [])
      .map((candidate) => claimOf(candidate, own)),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  }
}

/** The claim that stands for a decision was made of it: its member and patient are those that the decision names. */
function claimOf({ billed, paid, memberId, patientName, ...claim }: StoredMatchedClaim, own: StoredMatchedClaim): MatchedClaim {
  const isSameMember = sameness(memberId, own.memberId)
  const isSameName = sameness(patientName, own.patientName)
  return { ...claim, billedAmount: dollars(billed), paidAmount: dollars(paid), isSameMember, isSameName }
}

const sameness = (one: string | null, other: string | null) => (one === null || other === null ? null : one === other)
