/** One question put to a method on data of which the answer is known. Seeds are fixed: it gives the same on every machine but for times. */
export interface Trial {
  /** For `--only`. */
  id: string
  title: string
  /** A few sentences of plain text: what is simulated, what is counted. They stand in docs/evidence.md. */
  method: string
  /** `share` of the full number of data sets, above 0 up to 1: a part shows within a minute that it still holds. */
  run: (options: { share: number; say: (line: string) => void }) => Promise<TrialResult>
}

export interface TrialResult {
  /** Data sets or runs that were tried. */
  runs: number
  seeds: string
  measures: Measure[]
  /** Further tables, such as a curve. */
  tables?: { caption: string; head: string[]; rows: string[][] }[]
  /** What the figures do not say. */
  limits: string[]
}

export interface Measure {
  what: string
  value: string
  /** Null where there is only a figure. */
  bar: string | null
  met: boolean | null
  /** The same by what others do: the guide's detector, a monthly rule, a plain before and after. */
  beside?: string
}
