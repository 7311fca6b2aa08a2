import { clearUploads } from '@overturn/core/imports/uploads/folder'
import { loggable } from '@overturn/core/loggable'

/** What a process that was killed had received goes: nobody will import it any more. */
export default defineNitroPlugin(() => {
  clearUploads(settings().dataDir).catch((error: unknown) => serverLog().warn({ errors: loggable(error) }, 'files of earlier uploads could not be removed'))
})
