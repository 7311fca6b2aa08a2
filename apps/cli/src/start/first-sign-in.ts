import type { Config } from '@overturn/core/config'
import type { Database } from '@overturn/core/db/connect'
import { ensureAdministrator } from '@overturn/core/identity/first-administrator'

/** How to sign in for the first time: said while nobody is there, and then never again. */
export async function firstSignIn(database: Database, { adminEmail }: Pick<Config, 'adminEmail'>): Promise<{ text: string; document: object }> {
  const first = await ensureAdministrator(database, { email: adminEmail, now: new Date() })
  if (first === null) return { text: '', document: {} }
  const { email, password, expiresAt } = first
  return {
    text: `\nE-mail    ${email}\nPassword  ${password} (for once, until ${expiresAt.toISOString()}; it is not shown again)`,
    document: { administrator: { email, oneTimePassword: password, expiresAt: expiresAt.toISOString() } },
  }
}
