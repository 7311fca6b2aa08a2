import { asOverturnError } from '@overturn/core/errors'

/** Refuses to serve with settings that are wrong, and without a secret: there is no default one. The pool closes with the server. */
export default defineNitroPlugin((nitro) => {
  try {
    useSecret()
  } catch (thrown) {
    console.error(`Overturn does not start: ${asOverturnError(thrown).message}`)
    process.exit(1)
  }
  nitro.hooks.hook('close', closeDatabase)
})
