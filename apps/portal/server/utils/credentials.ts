/** Where somebody proves who they are, by a password or a code; elsewhere nothing of an account is guessed, and no success says anything. */
const PROOFS = /^\/(sign-in\/email|change-password|two-factor\/[a-z-]+)$/

/** Whose secret a request of the sign-in tries: the address that it names, or whoever is signed in; null for nobody's. */
export function accountOf(path: string, { email, userId }: { email: unknown; userId: string | null }): string | null {
  if (!PROOFS.test(path)) return null
  return path === '/sign-in/email' ? String(email ?? '') : userId
}

/** The body of a request of the sign-in as it may go on: no browser is let off the second factor for a month. */
export function withoutTrust(body: Record<string, unknown>): Record<string, unknown> {
  const { trustDevice: _trustDevice, ...rest } = body
  return rest
}
