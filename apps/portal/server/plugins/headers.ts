/** What every answer says, and a page in its own words on top (security.config.ts): nobody may frame it, guess its type, or run anything in it. */
const COMMON = {
  'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

const YEAR = 365 * 24 * 60 * 60

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    setResponseHeaders(event, COMMON)
    // Anything of the API may be a patient's: no cache on its way keeps it. What is no data says otherwise itself.
    if (event.path.startsWith('/api/')) setResponseHeader(event, 'cache-control', 'no-store')
    // Heeded by browsers over https only. Not of the hosts below: those may be somebody else's.
    if (usesHttps() || getRequestProtocol(event, { xForwardedProto: true }) === 'https')
      setResponseHeader(event, 'strict-transport-security', `max-age=${YEAR}`)
  })
  nitro.hooks.hook('render:html', (_html, { event }) => {
    setResponseHeader(event, 'cache-control', 'no-cache')
  })
  nitro.hooks.hook('beforeResponse', (event) => {
    if (!event.node.res.headersSent) removeResponseHeader(event, 'x-powered-by')
  })
})
