import { join } from 'node:path'
import openapiTypes, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { apiDocument } from '../../packages/core/src/api/openapi.ts'
import { root } from './run.ts'

/** The types of the client, as they are kept in the repository. */
export const clientTypesFile = join(root, 'packages', 'client', 'src', 'api.d.ts')

/** The same types as the API has them now. */
export async function clientTypes(): Promise<string> {
  const nodes = await openapiTypes(structuredClone(apiDocument()) as Parameters<typeof openapiTypes>[0])
  const text = `/** Written by scripts/generate-client.ts from the operations of the API. */\n\n${astToString(nodes)}`
  return format(text, { ...(await resolveConfig(clientTypesFile)), filepath: clientTypesFile })
}
