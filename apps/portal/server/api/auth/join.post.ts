import { acceptInvitation } from '@overturn/core/identity/invitations/accept'
import { readNewcomer } from '@overturn/core/identity/invitations/newcomer'

/** Takes the seat that the link offers: `{ token, name, password }` for somebody new, `{ token }` for whoever is signed in. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    const { token, ...given } = await readJson(event)
    const visitor = await visitorOf(event)
    const newcomer = visitor?.kind === 'person' ? { userId: visitor.userId } : readNewcomer(given)
    const origin = { channel: 'http' as const, address: addressOf(event), requestId: requestIdOf(event) }
    return guardedLink(event, () => acceptInvitation(useDatabase(), String(token ?? ''), newcomer, new Date(), origin))
  }),
)
