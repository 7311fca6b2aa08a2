import { describe, expect, it } from 'vitest'
import { isForged } from '../../server/utils/same-site'

const own = { host: 'claims.example' }

describe('a write from another site', () => {
  it.each<[string, boolean, Record<string, string>, string?, string?]>([
    ['the portal’s own page', false, { cookie: 's=1', 'sec-fetch-site': 'same-origin' }],
    ['another site', true, { cookie: 's=1', 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', true, { cookie: 's=1', 'sec-fetch-site': 'same-site', origin: 'https://blog.claims.example' }],
    ['an address that somebody typed', true, { cookie: 's=1', 'sec-fetch-site': 'none' }],
    ['another site, before anybody signed in', true, { 'sec-fetch-site': 'cross-site' }],
    ['another site that writes an origin of ours', true, { cookie: 's=1', 'sec-fetch-site': 'cross-site', origin: 'https://claims.example' }],
    ['the own page over http, which only names its origin', false, { cookie: 's=1', origin: 'http://claims.example' }],
    ['another page over http', true, { cookie: 's=1', origin: 'http://evil.example' }],
    ['another port', true, { cookie: 's=1', origin: 'http://claims.example:8080' }],
    ['a page without an origin', true, { cookie: 's=1', origin: 'null' }],
    ['nobody knows where, with a cookie', true, { cookie: 's=1' }],
    ['a program without a cookie', false, {}],
    ['a program with a token', false, { authorization: 'Bearer x', cookie: 's=1', 'sec-fetch-site': 'cross-site' }],
    ['a browser that sends a name and a password by itself', true, { authorization: 'Basic eDp5', cookie: 's=1', 'sec-fetch-site': 'cross-site' }],
    ['a proxy that changes the host, where the address is known', false, { cookie: 's=1', origin: 'https://public.example' }, 'POST', 'https://public.example'],
    ['another site, for a read', false, { cookie: 's=1', 'sec-fetch-site': 'cross-site' }, 'GET'],
    ['another site, to delete', true, { cookie: 's=1', 'sec-fetch-site': 'cross-site' }, 'DELETE'],
  ])('%s: %s', (_from, forged, headers, method = 'POST', url) => {
    const sent: Record<string, string> = { ...own, ...headers }
    expect(isForged({ method, header: (name) => sent[name], url: url ?? null })).toBe(forged)
  })
})
