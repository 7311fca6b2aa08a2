import { BlockList, isIP } from 'node:net'
import { getRequestHeader, getRequestIP, type H3Event } from 'h3'
import { settings } from './settings.ts'

/**
 * Where a request comes from: the address of the socket or, as far as the proxies before the portal are trusted, the one that they have seen. Anybody
 * can send an X-Forwarded-For; what counts is what trusted proxies wrote at its end, each the address that it was asked from. `trusted` is how many
 * of them there are, or their addresses and networks. What is no address there is not believed.
 */
export function clientAddress(socket: string, forwarded: string | undefined, trusted: number | readonly string[]): string {
  const hops = [...(forwarded ?? '').split(',').map((hop) => plain(hop.trim())), plain(socket)]
  if (typeof trusted === 'number') {
    const found = hops.at(-1 - trusted)
    return found !== undefined && isIP(found) !== 0 ? found : plain(socket)
  }
  const proxies = listOf(trusted)
  let last = plain(socket)
  for (const hop of hops.toReversed()) {
    if (isIP(hop) === 0) break
    last = hop
    if (!proxies.check(hop, family(hop))) break
  }
  return last
}

/** Of the request; null where its socket is gone. */
export function addressOf(event: H3Event): string | null {
  const socket = getRequestIP(event)
  return socket === undefined ? null : clientAddress(socket, getRequestHeader(event, 'x-forwarded-for'), settings().trustedProxies)
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An IPv4 address as it is, where a socket for both versions wraps it. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

function listOf(trusted: readonly string[]): BlockList {
  const list = new BlockList()
  for (const text of trusted) {
    const [address = '', bits] = text.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return list
}
