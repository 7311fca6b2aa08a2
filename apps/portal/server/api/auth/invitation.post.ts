import { readInvitation } from '@overturn/core/identity/invitations/accept'

/** What the link `{ "token": "…" }` offers. Posted, so that the token is in no address and no log. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    setResponseHeader(event, 'cache-control', 'no-store')
    const { token } = await readJson(event)
    return guardedLink(event, () => readInvitation(useDatabase(), String(token ?? ''), new Date()))
  }),
)
