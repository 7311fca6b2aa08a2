import { textAt, type Elements } from './fields.ts'
import type { Parties } from './parties.ts'
import { ProviderDraft } from './provider-draft.ts'

/** NM101 of the providers of a claim (loop 2310): rendering, referring, primary care, attending, operating. */
const ROLES = ['82', 'DN', 'P3', '71', '72'] as const
type Role = (typeof ROLES)[number]
const isRole = (text: string | null): text is Role => ROLES.some((role) => role === text)

/** Who rendered, referred, attended and operated, as loop 2310 of a claim names them. */
export class ClaimProviders {
  readonly #drafts = new Map<Role, ProviderDraft>()
  #current: ProviderDraft | null = null

  /** NM1, and PRV of the provider named last. Of one role the first counts: a second referring one referred earlier. */
  take(elements: Elements): void {
    if (elements[0] === 'PRV') return this.#current?.take(elements)
    const role = textAt(elements, 1)
    this.#current = null
    if (!isRole(role) || this.#drafts.has(role)) return
    this.#current = new ProviderDraft(elements)
    this.#drafts.set(role, this.#current)
  }

  /** The attending provider stands for a rendering one that is not named. Both ids of a hospital claim are kept in `extra`. */
  finish(parties: Parties, extra: Record<string, unknown>): { renderingProviderId: string | null; referringProviderId: string | null } {
    const id = (role: Role) => parties.name(this.#drafts.get(role)?.record() ?? null)
    const attending = id('71')
    const operating = id('72')
    if (attending !== null) extra.attendingProviderId = attending
    if (operating !== null) extra.operatingProviderId = operating
    return { renderingProviderId: id('82') ?? attending, referringProviderId: id('DN') ?? id('P3') }
  }
}
