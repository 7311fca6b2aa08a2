import { NETWORK_ANALYST } from '../access/roles.ts'
import { record } from '../audit/write.ts'
import type { Actor } from '../context.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { commonDenials, endedMonths, MINIMUM_PRACTICES, type PracticeClaims } from './rules.ts'
import { NO_ORGANIZATION } from './acting.ts'
import { denialsInput, denialsOutput } from './schemas.ts'
import { readNetwork, readPractice } from './sql.ts'

/**
 * A role alone opens no network: whoever asks is an analyst of this one, whatever seat the request comes from. Every practice of the network has
 * the look in its own trail before the answer goes out (docs/adr/0020-analysts-of-networks.md).
 */
export const networkDenials = defineOperation({
  name: 'networks.denials',
  kind: 'read',
  summary: 'Denials that at least five practices of a network have in common, by month and by payer; for the analysts of the network.',
  input: denialsInput,
  output: denialsOutput,
  async run({ database, actor, origin, now }, { network: slug, months }) {
    const network = await readNetwork(database, slug, actor.id)
    if (!network) throw new OverturnError('not_found', 'There is no such network of which you are an analyst. Whoever runs the server can make you one.')
    const window = endedMonths(now, months)
    const claims: PracticeClaims[] = []
    // One after the other: through the embedded socket a transaction has the database to itself.
    for (const practice of network.practices) claims.push(...(await readPractice(database, practice, window)))
    const analyst: Actor = { id: actor.id, role: NETWORK_ANALYST }
    const looker = { database, organization: NO_ORGANIZATION, actor: analyst, origin, trails: async () => network.practices }
    await record(looker, { operation: 'networks.denials', outcome: 'done', about: { network: network.slug, months } })
    return {
      network: { slug: network.slug, name: network.name },
      window,
      minimumPractices: MINIMUM_PRACTICES,
      ...commonDenials(claims, window),
      asOf: now.toISOString(),
    }
  },
})
