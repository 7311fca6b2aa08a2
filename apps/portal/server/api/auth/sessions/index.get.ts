import { listSessions } from '@overturn/core/identity/sessions'

/** The caller's own open sessions. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    setResponseHeader(event, 'cache-control', 'no-store')
    const person = await personOf(event)
    if (person.mustChangePassword) return passwordChangeRequired(event)
    return { sessions: await listSessions(useDatabase(), { ...person, now: new Date() }) }
  }),
)
