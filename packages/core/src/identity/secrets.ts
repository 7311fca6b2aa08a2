import { createHash, randomBytes } from 'node:crypto'

/** Of API tokens, so that one is recognized where it should not be: in a repository, in a log. */
export const TOKEN_PREFIX = 'ovt_'

/** What is handed over once; only its hash is kept. 256 random bits need no slow hash. */
export const makeSecret = (prefix = '') => `${prefix}${randomBytes(32).toString('base64url')}`

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
