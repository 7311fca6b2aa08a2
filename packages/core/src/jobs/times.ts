/** How often, how long and how many: what a test makes short. Of the queue's own intervals none may be below what it allows. */
export interface JobTimes {
  /** Runs at once in this process. */
  concurrency: number
  /** How often a free worker looks for a request; 0.5 or more. */
  pollSeconds: number
  /** How often schedules are looked at; 1 to 45. */
  cronSeconds: number
  /** How often the queue looks for requests whose worker is gone. */
  superviseSeconds: number
  /** After how long without a sign of life the queue gives a request to another worker; 10 or more. */
  requestSilentSeconds: number
  /** How often a run and its process say that they live. */
  heartbeatMs: number
  /** How long a run may be silent before it is released; longer than the longest pause of a machine under load. */
  silentMs: number
  /** How often this process looks for silent runs. */
  watchMs: number
  /** How often a run that must wait for another one looks again. */
  turnMs: number
  /** How often organizations that are new, or have moved to another time zone, are looked for. */
  organizationsMs: number
  /** Attempts after the first; the pause before them doubles from `retryDelaySeconds` up to `retryDelayMaxSeconds`. */
  retryLimit: number
  retryDelaySeconds: number
  retryDelayMaxSeconds: number
  /** How long a stop waits for a run to finish by itself before the run is cut off at its next transaction. */
  stopMs: number
}

export const jobTimes: JobTimes = {
  concurrency: 2,
  pollSeconds: 3,
  cronSeconds: 30,
  superviseSeconds: 30,
  requestSilentSeconds: 60,
  heartbeatMs: 5_000,
  silentMs: 60_000,
  watchMs: 15_000,
  turnMs: 500,
  organizationsMs: 30_000,
  retryLimit: 3,
  retryDelaySeconds: 30,
  retryDelayMaxSeconds: 900,
  stopMs: 3_000,
}
