/** The name of the job that imports, corrections and other writes ask for. */
export const REFRESH = 'refresh'
/** The one that follows it where a search is due (src/patterns/search/due.ts). */
export const DETECTION = 'pattern-detection'
