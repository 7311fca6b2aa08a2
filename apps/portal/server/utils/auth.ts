import { createAuth, type Auth } from '@overturn/core/identity/auth'
import { secretOf } from '@overturn/core/identity/secret'

let auth: Auth | undefined
let secret: string | undefined

/** Sign-in, second factor and sign-on of this server. */
export function useAuth(): Auth {
  return (auth ??= createAuth(useDatabase(), settings(), serverLog()))
}

/** What signs the sessions of this server, read once. Throws where there is none and none can be kept. */
export function useSecret(): string {
  return (secret ??= secretOf(settings()))
}

export const usesHttps = (): boolean => settings().url?.startsWith('https://') ?? false
