import { asOverturnError } from '@overturn/core/errors'

/** Refuses to serve without an access key: there is no default password. The pool closes with the server. */
export default defineNitroPlugin((nitro) => {
  try {
    if (settings().accessKey === null)
      refuse('OVERTURN_ACCESS_KEY is not set. Start the portal with `overturn start`, which makes a key, or set one of at least 16 characters.')
  } catch (thrown) {
    refuse(asOverturnError(thrown).message)
  }
  nitro.hooks.hook('close', closeDatabase)
})

function refuse(reason: string): never {
  console.error(`Overturn does not start: ${reason}`)
  process.exit(1)
}
