import type { CommandDef } from 'citty'

/** A command is loaded when it is called: `migrate` needs no importer. */
const load = (module: Promise<{ default: unknown }>) => module.then((loaded) => loaded.default as CommandDef)

/** Every command, one line each, in the order in which help lists them. */
export const commands: Record<string, () => Promise<CommandDef>> = {
  start: () => load(import('./start.ts')),
  import: () => load(import('./import.ts')),
  imports: () => load(import('./imports.ts')),
  rejects: () => load(import('./rejects.ts')),
  reconcile: () => load(import('./reconcile.ts')),
  matches: () => load(import('./matches.ts')),
  watch: () => load(import('./watch.ts')),
  mapping: () => load(import('./mapping.ts')),
  verify: () => load(import('./verify.ts')),
  generate: () => load(import('./generate.ts')),
  patterns: () => load(import('./patterns.ts')),
  pattern: () => load(import('./pattern.ts')),
  claims: () => load(import('./claims.ts')),
  claim: () => load(import('./claim.ts')),
  dashboard: () => load(import('./dashboard.ts')),
  snapshot: () => load(import('./snapshot.ts')),
  explain: () => load(import('./explain.ts')),
  bridge: () => load(import('./bridge.ts')),
  cash: () => load(import('./cash.ts')),
  revenue: () => load(import('./revenue.ts')),
  codes: () => load(import('./codes.ts')),
  learning: () => load(import('./learning.ts')),
  policies: () => load(import('./policies.ts')),
  policy: () => load(import('./policy.ts')),
  providers: () => load(import('./providers.ts')),
  provider: () => load(import('./provider.ts')),
  detect: () => load(import('./detect.ts')),
  refresh: () => load(import('./refresh.ts')),
  releases: () => load(import('./releases.ts')),
  jobs: () => load(import('./jobs.ts')),
  migrate: () => load(import('./migrate.ts')),
  status: () => load(import('./status.ts')),
}
