import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../server/utils/client-address.ts'

const PROXY = '10.0.0.1'
const CLIENT = '203.0.113.9'
const FORGED = '198.51.100.7'

describe('where a request comes from', () => {
  it.each([
    ['nobody is trusted', PROXY, CLIENT, 0, PROXY],
    ['one proxy is', PROXY, CLIENT, 1, CLIENT],
    ['one proxy is, and the caller forges an address', PROXY, `${FORGED}, ${CLIENT}`, 1, CLIENT],
    ['two proxies are', PROXY, `${FORGED}, ${CLIENT}, 10.0.0.2`, 2, CLIENT],
    ['one proxy is, and has written nothing', PROXY, undefined, 1, PROXY],
    ['one proxy is, and passes on what is no address', PROXY, 'unknown', 1, PROXY],
    ['two proxies are, and the request came through one', PROXY, CLIENT, 2, PROXY],
    ['the socket wraps IPv4', `::ffff:${PROXY}`, CLIENT, 0, PROXY],
    ['that address is', PROXY, `${FORGED}, ${CLIENT}`, [PROXY], CLIENT],
    ['that network is', `::ffff:${PROXY}`, `${FORGED}, ${CLIENT}, 10.9.9.9`, ['10.0.0.0/8'], CLIENT],
    ['another address is', CLIENT, FORGED, [PROXY], CLIENT],
    ['all of them are', PROXY, '10.0.0.2, 10.0.0.3', ['10.0.0.0/8'], '10.0.0.2'],
    ['IPv6 is', '2001:db8::1', `${FORGED}, 2001:db8:ffff::5`, ['2001:db8::1'], '2001:db8:ffff::5'],
    ['something else than an address stands there', PROXY, `${CLIENT}, <script>`, ['10.0.0.0/8'], PROXY],
  ])('when %s', (_when, socket, forwarded, trusted, address) => {
    expect(clientAddress(socket, forwarded, trusted)).toBe(address)
  })

  it('is never what a caller writes, whatever that is', () => {
    const written = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), { maxLength: 5 }).map((parts) => parts.join(', '))
    fc.assert(
      fc.property(written, (forged) => {
        // The proxy adds the address that it was asked from.
        const forwarded = `${forged}, ${CLIENT}`
        expect(clientAddress(PROXY, forwarded, 1)).toBe(CLIENT)
        expect(clientAddress(PROXY, forwarded, [PROXY])).toBe(CLIENT)
        expect(clientAddress(CLIENT, forged, [PROXY])).toBe(CLIENT)
        expect(clientAddress(CLIENT, forged, 0)).toBe(CLIENT)
      }),
    )
  })
})
