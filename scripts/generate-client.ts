import { writeFileSync } from 'node:fs'
import { clientTypes, clientTypesFile } from './support/client-types.ts'

/** Writes the types of the client anew: after an operation was added or has changed. `node scripts/verify.ts` says when it is time. */
writeFileSync(clientTypesFile, await clientTypes())
