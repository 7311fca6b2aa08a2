import { sql } from 'drizzle-orm'
import { bulkInsert, type BulkColumn } from '../../db/bulk.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ImportRecord, PayerRecord, ProviderRecord } from '../records.ts'

/** The payers and providers of one import: those it describes, and those it only names. Each is sent to the database once. */
export class Parties {
  readonly #organizationId: number
  readonly #importId: number
  readonly #described = new Set<string>()
  readonly #payers = new Set<string>()
  readonly #providers = new Set<string>()

  constructor(organizationId: number, importId: number) {
    this.#organizationId = organizationId
    this.#importId = importId
  }

  /** A placeholder gets its name; what is known already stays, what was missing is filled in. */
  async describe(tx: TenantTransaction, records: readonly ImportRecord[]): Promise<void> {
    const payers = records.filter((record) => record.kind === 'payer' && this.#isNew(record)) as PayerRecord[]
    const providers = records.filter((record) => record.kind === 'provider' && this.#isNew(record)) as ProviderRecord[]
    const own = { name: 'import_id', type: 'int8', of: () => this.#importId } as const
    for (const group of onceEach(payers)) {
      await tx.run(
        bulkInsert(
          'payers as known',
          this.#organizationId,
          [own, ...payerColumns],
          group,
          sql`on conflict (organization_id, id) do update set name = excluded.name, is_placeholder = false where known.is_placeholder`,
        ),
      )
    }
    for (const group of onceEach(providers)) {
      await tx.run(
        bulkInsert(
          'providers as known',
          this.#organizationId,
          [own, ...providerColumns],
          group,
          sql`on conflict (organization_id, id) do update set
            name = case when known.is_placeholder then excluded.name else known.name end,
            npi = coalesce(known.npi, excluded.npi), tax_id = coalesce(known.tax_id, excluded.tax_id),
            taxonomy = coalesce(known.taxonomy, excluded.taxonomy), specialty = coalesce(known.specialty, excluded.specialty), is_placeholder = false
          where known.is_placeholder or (known.npi is null and excluded.npi is not null) or (known.tax_id is null and excluded.tax_id is not null)
             or (known.taxonomy is null and excluded.taxonomy is not null) or (known.specialty is null and excluded.specialty is not null)`,
        ),
      )
    }
    for (const { id } of payers) this.#payers.add(id)
    for (const { id } of providers) this.#providers.add(id)
  }

  /**
   * Payers and providers that records name and nothing has described get a placeholder, so that nothing is dropped. Returns the ids of the new
   * placeholder providers, for the report.
   */
  async name(tx: TenantTransaction, records: readonly ImportRecord[]): Promise<string[]> {
    const payers = new Set<string>()
    const providers = new Set<string>()
    const add = (to: Set<string>, known: Set<string>, id: string | null | undefined) => (id && !known.has(id) ? to.add(id) : to)
    for (const record of records) {
      if (record.kind === 'remittance') {
        add(payers, this.#payers, record.payerId)
        add(providers, this.#providers, record.payeeProviderId)
      } else if (record.kind === 'claim' || record.kind === 'decision') {
        add(payers, this.#payers, record.payerId)
        add(providers, this.#providers, record.providerId)
        add(providers, this.#providers, record.renderingProviderId)
        if (record.kind === 'claim') add(providers, this.#providers, record.referringProviderId)
      }
    }
    if (payers.size > 0) await this.#placeholders(tx, 'payers', 'Payer ', payers)
    const added = providers.size > 0 ? await this.#placeholders(tx, 'providers', 'Provider ', providers) : []
    for (const id of payers) this.#payers.add(id)
    for (const id of providers) this.#providers.add(id)
    return added
  }

  async #placeholders(tx: TenantTransaction, table: 'payers' | 'providers', word: string, ids: Iterable<string>): Promise<string[]> {
    const added = await tx.rows<{ id: string }>(sql`
      insert into ${sql.identifier(table)} (organization_id, id, name, is_placeholder, import_id)
      select ${this.#organizationId}, id, ${word} || id, true, ${this.#importId} from unnest(${sql.param([...ids])}::text[]) as named(id)
      on conflict do nothing returning id`)
    return added.map(({ id }) => id)
  }

  #isNew(record: PayerRecord | ProviderRecord): boolean {
    const told = JSON.stringify(record)
    if (this.#described.has(told)) return false
    this.#described.add(told)
    return true
  }
}

/** Groups in which no id stands twice: one statement cannot touch a row a second time. */
function onceEach<Party extends { id: string }>(parties: readonly Party[]): Party[][] {
  const groups: Map<string, Party>[] = []
  for (const party of parties) {
    const group = groups.find((candidate) => !candidate.has(party.id)) ?? groups[groups.push(new Map()) - 1]
    group?.set(party.id, party)
  }
  return groups.map((group) => [...group.values()])
}

const payerColumns: readonly BulkColumn<PayerRecord>[] = [
  { name: 'id', type: 'text', of: ({ id }) => id },
  { name: 'name', type: 'text', of: ({ name }) => name },
]

const providerColumns: readonly BulkColumn<ProviderRecord>[] = [
  { name: 'id', type: 'text', of: ({ id }) => id },
  { name: 'name', type: 'text', of: ({ name }) => name },
  { name: 'npi', type: 'text', of: ({ npi }) => npi },
  { name: 'tax_id', type: 'text', of: ({ taxId }) => taxId ?? null },
  { name: 'taxonomy', type: 'text', of: ({ taxonomy }) => taxonomy ?? null },
  { name: 'specialty', type: 'text', of: ({ specialty }) => specialty ?? null },
]
