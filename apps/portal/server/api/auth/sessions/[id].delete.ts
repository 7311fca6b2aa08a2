import { endSession } from '@overturn/core/identity/sessions'

/** Ends one of the caller's own sessions. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    const person = await personOf(event)
    if (person.mustChangePassword) return passwordChangeRequired(event)
    await endSession(useDatabase(), { userId: person.userId, id: getRouterParam(event, 'id', { decode: true }) ?? '' })
    return { ended: true }
  }),
)
