import type { TenantDatabase } from '../../db/tenant.ts'
import { isObject, type Raw } from '../formats/portal-json/values.ts'
import { durationOf, idOf, objectMismatches, patternFigures, presentCount, type PortalKind } from './objects.sql.ts'
import type { Mismatches } from './mismatches.ts'
import { checkOf, type Check } from './schemas.ts'

const NAMES: Record<PortalKind, string> = {
  pattern: 'patterns',
  policy: 'policies',
  provider: 'providers',
  learning_event: 'learning events',
  code_reference: 'code references',
}

/** Compares the portal's other objects with the database, batch by batch. Patterns and policies, a few hundred at most, are kept for later. */
export class ObjectComparison {
  readonly patterns: Raw[] = []
  readonly policies: Raw[] = []
  readonly codes: Raw[] = []
  readonly #ids = new Map<PortalKind, Set<string>>()
  readonly #present = new Map<PortalKind, number>()
  #duration = { expected: 0, actual: 0 }
  readonly #db: TenantDatabase
  readonly #mismatches: Mismatches

  constructor(db: TenantDatabase, mismatches: Mismatches) {
    this.#db = db
    this.#mismatches = mismatches
  }

  async take(kind: PortalKind, objects: readonly Raw[]): Promise<void> {
    const ids = this.#ids.get(kind) ?? new Set()
    const fresh = objects.filter((object) => !ids.has(idOf(kind, object)))
    for (const object of objects) ids.add(idOf(kind, object))
    this.#ids.set(kind, ids)
    this.#mismatches.add(kind, await objectMismatches(this.#db, kind, objects))
    const freshIds = fresh.map((object) => idOf(kind, object))
    this.#present.set(kind, (this.#present.get(kind) ?? 0) + (await presentCount(this.#db, kind, freshIds)))
    if (kind === 'pattern') this.patterns.push(...fresh)
    if (kind === 'policy') this.policies.push(...fresh)
    if (kind === 'code_reference') this.codes.push(...fresh)
    if (kind === 'learning_event') {
      this.#duration.expected += fresh.reduce(
        (sum, { metadata }) => sum + (isObject(metadata) && typeof metadata.duration === 'number' ? metadata.duration : 0),
        0,
      )
      this.#duration.actual += await durationOf(this.#db, freshIds)
    }
  }

  async checks(): Promise<Check[]> {
    const counts = (Object.keys(NAMES) as PortalKind[]).map((kind) => checkOf(NAMES[kind], this.#ids.get(kind)?.size ?? 0, this.#present.get(kind) ?? 0))
    const ids = this.patterns.map((pattern) => idOf('pattern', pattern))
    const { evidence, resolved, unresolved } = await patternFigures(this.#db, ids)
    return [
      ...counts,
      checkOf('pattern evidence', this.#inPatterns('evidence'), evidence),
      checkOf('affected claims of patterns', this.#inPatterns('affectedClaims'), resolved + unresolved),
      checkOf('learning time, milliseconds', this.#duration.expected, this.#duration.actual),
    ]
  }

  /** How many entries the patterns have in one of their lists, each counted once per pattern. */
  #inPatterns(list: 'evidence' | 'affectedClaims'): number {
    return this.patterns.reduce((total, { [list]: items }) => total + (Array.isArray(items) ? new Set(items.map((item) => JSON.stringify(item))).size : 0), 0)
  }
}
