import { createHash } from 'node:crypto'
import { asOverturnError } from '@overturn/core/errors'
import type { Problem } from '#shared/types/problem'
import { setResponseHeader, type H3Event } from 'h3'
import { addressOf } from './client-address.ts'
import { answerError, sendProblem } from './problem.ts'
import { createThrottle } from './throttle.ts'

/** Wrong passwords and links, a minute and address. Behind a proxy that is not trusted (OVERTURN_TRUSTED_PROXIES) all callers share its address. */
const byAddress = createThrottle({ limit: 30, seconds: 60 })
/** Wrong passwords of one account, wherever they come from, in five minutes. */
const byAccount = createThrottle({ limit: 10, seconds: 300 })

const keyOf = (account: string) => createHash('sha256').update(account.trim().toLowerCase()).digest('hex')

/**
 * Lets somebody try to prove who they are, unless too many tries have failed: from this address, or for this account, of which nothing is said
 * (it may not exist). A try counts as failed until it is known not to be, so that many at once are no more than one after the other. A success
 * forgives the account its failures, not the address: it may be the guesser's own.
 */
export async function guarded<T>(event: H3Event, account: string | null, attempt: () => Promise<{ failed: boolean; answer: T }>): Promise<T | Problem> {
  const address = addressOf(event) ?? 'unknown'
  const key = account === null ? null : keyOf(account)
  const now = Date.now()
  const wait = Math.max(byAddress.wait(address, now), key === null ? 0 : byAccount.wait(key, now))
  if (wait > 0) return tooMany(event, wait)
  const counted = [byAddress.fail(address, now), ...(key === null ? [] : [byAccount.fail(key, now)])]
  const takeBack = () => counted.forEach((one) => one())
  try {
    const { failed, answer } = await attempt()
    if (failed) return answer
    takeBack()
    if (key !== null) byAccount.forgive(key)
    return answer
  } catch (error) {
    takeBack()
    throw error
  }
}

export function tooMany(event: H3Event, wait: number): Problem {
  setResponseHeader(event, 'retry-after', wait)
  return sendProblem(event, 429, 'too_many_attempts', 'Too many attempts', `Too many attempts have failed. Try again in ${wait} seconds.`)
}

/** As `guarded`, for the secret of a link: one that leads nowhere is a failed try. */
export function guardedLink<T>(event: H3Event, work: () => Promise<T>): Promise<T | Problem> {
  return guarded<T | Problem>(event, null, async () => {
    try {
      return { failed: false, answer: await work() }
    } catch (thrown) {
      const error = asOverturnError(thrown)
      if (error.code !== 'not_found') throw thrown
      return { failed: true, answer: answerError(event, error) }
    }
  })
}
