import type { Problem } from '#shared/types/problem'
import type { H3Event } from 'h3'

/** What went wrong in a sign-in, in our words. Which of address and password was wrong, and whether either exists, is not said. */
const WORDS: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail address or the password is not right.',
  INVALID_EMAIL: 'The e-mail address or the password is not right.',
  FAILED_TO_CREATE_SESSION: 'The e-mail address or the password is not right.',
  INVALID_PASSWORD: 'This is not your password.',
  PASSWORD_TOO_SHORT: 'The new password is too short: 12 characters or more.',
  PASSWORD_TOO_LONG: 'The new password is too long: 128 characters or less.',
  INVALID_CODE: 'This code is not right. Codes change every 30 seconds: take the one that is shown now.',
  INVALID_BACKUP_CODE: 'This backup code is not right, or it was used.',
  INVALID_TWO_FACTOR_COOKIE: 'This took too long. Sign in again.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Sign in again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Try again in a quarter of an hour.',
  UNAUTHORIZED: 'Sign in first.',
}

const KINDS: Record<number, [code: string, title: string]> = {
  400: ['invalid_input', 'The request is not valid'],
  401: ['unauthenticated', 'Not signed in'],
  403: ['forbidden', 'Not allowed'],
  404: ['not_found', 'Not found'],
}

export interface AuthAnswer {
  /** Whether a password or a code was wrong. */
  failed: boolean
  answer: Problem | Record<string, unknown> | null
}

/** Passes on what the sign-in answers: its cookies, where it sends the browser, and its words as ours. No token of a session goes into a body. */
export async function passOn(event: H3Event, response: Response): Promise<AuthAnswer> {
  for (const cookie of response.headers.getSetCookie()) appendResponseHeader(event, 'set-cookie', cookie)
  const location = response.headers.get('location')
  if (response.status >= 300 && response.status < 400 && location !== null) {
    await sendRedirect(event, location, 302)
    return { failed: false, answer: null }
  }
  const body = (await response.json().catch(() => null)) as Record<string, unknown> | null
  if (response.ok) {
    const { token: _token, ...rest } = body ?? {}
    return { failed: false, answer: rest }
  }
  const reason = typeof body?.code === 'string' ? body.code : ''
  const failed = response.status === 401 || reason === 'INVALID_PASSWORD'
  if (response.status === 429) return { failed, answer: tooMany(event, Number(response.headers.get('x-retry-after') ?? 60)) }
  const [code, title] = KINDS[response.status] ?? ['internal', 'Internal error']
  const said = WORDS[reason] ?? (typeof body?.message === 'string' && code !== 'internal' ? body.message : 'Something went wrong inside Overturn.')
  return { failed, answer: sendProblem(event, code === 'internal' ? 500 : response.status, code, title, said) }
}
