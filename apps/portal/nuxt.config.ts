import { fileURLToPath } from 'node:url'
import { listMigrations } from '@overturn/core/db/migrate'
import { security } from './security.config'

// Apart from the rest, because the @nuxt/schema that npm installs beside Nuxt 4.5 does not know all of Nitro's options.
const nitro = {
  preset: 'node-server',
  compressPublicAssets: true,
  typescript: { strict: true },
  // Packages that two others need in two versions: one goes into the bundle with its user, as Nitro's folder of packages can hold but one by its name.
  externals: { inline: ['better-auth', '@better-auth/', '@noble/'] },
  // What serves once it is built; while developing Nuxt has a server of its own.
  ...(process.env.NODE_ENV === 'production' && { entry: fileURLToPath(new URL('./server/node-server.ts', import.meta.url)) }),
}

export default defineNuxtConfig({
  compatibilityDate: '2026-07-01',
  modules: ['@nuxt/ui', 'nuxt-security'],
  security,
  telemetry: false,
  devtools: { enabled: false },
  // Everything is behind a sign-in, so there is nothing to render on the server and nothing to hydrate; the server stays an API.
  ssr: false,
  css: ['~/assets/css/main.css'],
  // Nothing is fetched from anywhere, neither while building nor in the browser: fonts and icons come from npm packages.
  ui: { fonts: false },
  icon: { provider: 'none', fallbackToApi: false, serverBundle: false, clientBundle: { scan: { globInclude: ['app/**/*.{vue,ts}'] }, sizeLimitKb: 64 } },
  colorMode: { preference: 'system', fallback: 'light' },
  app: {
    head: {
      title: 'Overturn',
      titleTemplate: '%s',
      htmlAttrs: { lang: 'en' },
      meta: [
        { name: 'viewport', content: 'width=device-width, initial-scale=1' },
        { name: 'robots', content: 'noindex, nofollow' },
      ],
      link: [{ rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }],
    },
  },
  experimental: {
    // One inline script less.
    entryImportMap: false,
    // There are no route rules to look up.
    appManifest: false,
    // The code of another page comes when somebody points at its link, not with the first page.
    defaults: { nuxtLink: { prefetchOn: { visibility: false, interaction: true } } },
  },
  typescript: { strict: true, tsConfig: { compilerOptions: { noUncheckedIndexedAccess: true, noUnusedLocals: true } } },
  // The migrations that this build was made for; /api/readyz compares them with those of the database.
  runtimeConfig: { migrations: listMigrations().map(({ name }) => name) },
  vite: {
    // What no screen uses, and what the first load is lighter without: Vue's options style, and the drawer of Nuxt UI's sidebar.
    define: { __VUE_OPTIONS_API__: 'false' },
    resolve: { alias: { 'vaul-vue': fileURLToPath(new URL('./app/left-out/vaul-vue.ts', import.meta.url)) } },
  },
  nitro,
})
