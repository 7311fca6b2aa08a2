import type { PortalRecord, ProviderRecord } from '../../imports/records.ts'
import type { PackFormat } from '../format.ts'
import type { WrittenFile } from '../out-file.ts'
import { asStatement } from '../statement.ts'
import { portalClaim } from './claim.ts'
import { JsonList } from './json-list.ts'

/** In which file the objects of a kind stand. What claims refer to comes before them in the order of names, what refers to them after. */
const FILES: Readonly<Record<PortalRecord['kind'] | 'provider', string>> = {
  provider: 'catalog/providers.json',
  policy: 'catalog/policies.json',
  code_reference: 'catalog/codes.json',
  pattern: 'learning/patterns.json',
  learning_event: 'learning/learning-events.json',
}

/** The portal's own export: one status per claim, as it stands. */
export const portalJsonFormat: PackFormat = {
  name: 'portal-json',
  label: 'Portal JSON export',
  asSaid: asStatement,
  providersBy: 'id',
  absent: [
    'predeterminations',
    'overturned',
    'finallyDenied',
    'decisions',
    'remittances',
    'providerLevelAdjustments',
    'cash.recovered',
    'cash.providerLevel',
    'cash.remitted',
  ],
  writer: ({ folder }) => {
    const files: WrittenFile[] = []
    let name = ''
    let open: JsonList | null = null

    /** Objects of one file follow one another: claims come in the order of submission. */
    async function add(file: string, object: unknown): Promise<void> {
      if (open && file !== name) files.push(await open.close())
      if (!open || file !== name) open = await JsonList.create(folder, file)
      name = file
      await open.add(object)
    }

    return {
      async take(record) {
        switch (record.kind) {
          case 'history':
            return add(`claims/claims-${record.claim.submissionDate?.slice(0, 7) ?? 'undated'}.json`, portalClaim(record))
          case 'provider':
            return add(FILES.provider, portalProvider(record))
          case 'pattern':
          case 'policy':
          case 'learning_event':
          case 'code_reference':
            return add(FILES[record.kind], record.body)
        }
      },
      async finish() {
        return open ? [...files, await open.close()] : files
      },
      abandon: async () => {},
    }
  },
}

const portalProvider = ({ id, name, npi, taxId, taxonomy, specialty }: ProviderRecord) => ({ id, name, npi, taxId, taxonomy, specialty })
