import type { ModuleOptions } from 'nuxt-security'

/**
 * What a browser may do with the page. Scripts run that the page names by its nonce, and what those load; nothing comes from, or goes to, any other
 * place. Inline styles stay allowed: Nuxt UI writes its colors, and charts their sizes, at run time, and neither takes a nonce.
 * What is not a page gets the stricter headers of server/plugins/headers.ts. Limits and origins are checked in server/middleware.
 */
export const security: Partial<ModuleOptions> = {
  headers: {
    contentSecurityPolicy: {
      'default-src': ["'none'"],
      'script-src': ["'strict-dynamic'", "'nonce-{{nonce}}'"],
      'script-src-attr': ["'none'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      // Whether people come by https is for the proxy to say; on this machine they do not.
      'upgrade-insecure-requests': false,
    },
    crossOriginEmbedderPolicy: 'require-corp',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    // Said where it is true, by server/plugins/headers.ts.
    strictTransportSecurity: false,
    xContentTypeOptions: 'nosniff',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [], fullscreen: [], 'display-capture': [] },
  },
  // The page comes from us, and so does the log of its console.
  removeLoggers: false,
  ssg: false,
  // Ours answer with problems and count by who asks; these would refuse text that looks like HTML, and count a proxy as one caller.
  rateLimiter: false,
  requestSizeLimiter: false,
  xssValidator: false,
  corsHandler: false,
  allowedMethodsRestricter: false,
}
