/** What a search may be asked differently; the defaults are those the evidence in docs/evidence.md stands for. */
export interface SearchOptions {
  /** Share of false discoveries that is accepted among what is found. */
  falseDiscoveries: number
  /** A scope has at least this many denied claims, and its rate is at least this many times that of the rest. */
  minDenied: number
  minRatio: number
  /** Scopes of fewer claims are not asked about: whether they are is decided by the claims alone, never by their outcomes. */
  minPopulation: number
  /** Log-likelihood that one more condition has to bring, in nats. */
  perCondition: number
  /** Scopes per level that are extended by a further condition. */
  beam: number
}

export const DEFAULT_OPTIONS: SearchOptions = { falseDiscoveries: 0.05, minDenied: 10, minRatio: 1.2, minPopulation: 30, perCondition: 3, beam: 20 }
