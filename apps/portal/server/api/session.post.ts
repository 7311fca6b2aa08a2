import { OverturnError } from '@overturn/core/errors'

/** Signs in with the access key: `{ "key": "…" }` gives a session cookie of twelve hours. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    const { key } = await readJson(event)
    if (typeof key !== 'string' || key === '')
      throw new OverturnError('invalid_input', 'Give the access key.', { fields: [{ field: 'key', message: 'must be text' }] })
    const answer = checkKey(event, key.trim())
    if (typeof answer === 'object') {
      setResponseHeader(event, 'retry-after', answer.wait)
      return sendProblem(
        event,
        429,
        'too_many_attempts',
        'Too many wrong keys',
        `Too many wrong keys came from this address. Try again in ${answer.wait} seconds.`,
      )
    }
    if (!answer) throw new OverturnError('unauthenticated', 'This is not the access key of this server.')
    await openSession(event)
    return { signedIn: true }
  }),
)
