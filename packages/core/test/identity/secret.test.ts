import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { readSecret, secretOf } from '../../src/identity/secret.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'overturn-secret-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const config = (env: Record<string, string> = {}) => readConfig({ dataDir }, env)
const long = 'x'.repeat(32)

describe('the secret', () => {
  it('is made once and kept for its owner only', () => {
    const made = secretOf(config())
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(secretOf(config())).toBe(made)
    expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(made)
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is that of the environment, or of the file that it names', () => {
    writeFileSync(join(dataDir, 'given'), `${long}y\n`)
    expect(secretOf(config({ OVERTURN_SECRET: long }))).toBe(long)
    expect(secretOf(config({ OVERTURN_SECRET_FILE: join(dataDir, 'given') }))).toBe(`${long}y`)
  })

  it('is refused where it is short or cannot be read, and the sentence does not hold it', () => {
    writeFileSync(join(dataDir, 'short'), 'short')
    expect(() => secretOf(config({ OVERTURN_SECRET_FILE: join(dataDir, 'short') }))).toThrow('The secret of OVERTURN_SECRET_FILE is too short')
    expect(() => config({ OVERTURN_SECRET: 'short' })).toThrow('Settings are wrong: OVERTURN_SECRET must have at least 32 characters.')
    expect(() => secretOf(config({ OVERTURN_SECRET_FILE: join(dataDir, 'none') }))).toThrow(/cannot be read \(ENOENT\).*correct OVERTURN_SECRET_FILE/)
  })

  it('of the sign-on comes from the environment or a file too', () => {
    const oidc = { OVERTURN_OIDC_ISSUER: 'https://sign-on.example', OVERTURN_OIDC_CLIENT_ID: 'overturn' }
    const { signOn } = config({ ...oidc, OVERTURN_OIDC_CLIENT_SECRET_FILE: join(dataDir, 'given') })
    expect(readSecret(signOn!.clientSecret, 'OVERTURN_OIDC_CLIENT_SECRET')).toBe(`${long}y`)
    expect(config().signOn).toBeNull()
    expect(() => config(oidc)).toThrow('Settings are wrong: OVERTURN_OIDC_CLIENT_SECRET is missing beside the other OVERTURN_OIDC variables.')
  })

  it('is refused where its folder cannot be written', ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may write every folder')
    const closed = mkdtempSync(join(dataDir, 'closed-'))
    chmodSync(closed, 0o500)
    expect(() => secretOf(readConfig({ dataDir: closed }, {}))).toThrow(/cannot be kept in .* \(EACCES\)/)
    chmodSync(closed, 0o700)
  })
})
