import { OverturnError } from '@overturn/core/errors'
import type { Problem } from '#shared/types/problem'
import type { H3Event } from 'h3'

/** The person whose own account a request is about. Throws `unauthenticated` for anybody else, programs too. */
export async function personOf(event: H3Event): Promise<PersonVisitor> {
  const visitor = await visitorOf(event)
  if (visitor?.kind !== 'person') throw new OverturnError('unauthenticated', 'Sign in first.')
  return visitor
}

export function passwordChangeRequired(event: H3Event): Problem {
  return sendProblem(event, 403, 'password_change_required', 'Choose a password first', 'This password was for once. Choose your own at /change-password.')
}
