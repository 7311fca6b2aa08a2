import type { RebuildFigures } from './rebuild.ts'
import type { Times } from './measure.ts'
import type { StatementTime } from './statement-timer.ts'
import type { Practice } from './practice.ts'

/** All milliseconds, unless the name says seconds. What was not measured is null. */
export interface SizeFigures extends Pick<Practice, 'claims' | 'loadSeconds' | 'firstComputation'> {
  metricsQuery: Record<'ours' | 'guide', Times> | null
  questions: QuestionFigures[]
  dashboard: EndpointFigures | null
  patterns: EndpointFigures | null
  refresh: RefreshFigures | null
  rebuild: (Omit<RebuildFigures, 'statements'> & { longestWaitMs: number; statements: StatementTime[]; guide: GuideRebuild }) | null
  import: { claims: number; seconds: number; longestWaitMs: number } | null
}

export interface QuestionFigures extends Record<'ours' | 'scan', Times> {
  name: string
  /** Whether both give the same rows. */
  same: boolean
}

export interface EndpointFigures {
  path: string
  requests: number
  p50: number
  p99: number
  longest: number
  /** The guide's algorithm called as a function, without HTTP around it. */
  guide: Times
}

export interface RefreshFigures {
  decisions: number
  /** Marked days of one remittance, of submission, payment and service. */
  days: number
  importSeconds: number
  times: Times
  statements: StatementTime[]
}

/** Measured on some days and patterns, and multiplied by how many there are. */
export interface GuideRebuild {
  day: Times
  days: number
  pattern: Times
  patterns: number
  seconds: number
}
