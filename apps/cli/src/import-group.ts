import { createHash } from 'node:crypto'
import type { Context } from '@overturn/core/context'
import { importRecords, type FileResult, type ImportEvent } from '@overturn/core/imports/run'
import { generateGroup, type GroupOptions, type SyntheticGroup } from '@overturn/core/synthetic/group'

/** Takes an invented group in the way a file goes. The same group twice changes nothing. */
export async function importGroup(
  context: Context,
  options: GroupOptions & { months: number },
  onEvent?: (event: ImportEvent) => void,
): Promise<{ result: FileResult; group: SyntheticGroup }> {
  const group = generateGroup(options)
  const { seed, claims, asOf, months } = options
  const name = `invented group: seed ${seed}, ${claims} claims, ${months} months up to ${asOf}`
  const origin = { name, path: name, format: 'synthetic', sha256: createHash('sha256').update(name).digest('hex'), bytes: 0 }
  return { result: await importRecords(context, origin, group.records(), onEvent), group }
}
