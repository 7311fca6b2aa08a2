import { z } from 'zod'
import { computationJobs, type Job } from './table.ts'

/** The name of a job as a caller gives it. */
export const jobName = z.enum(computationJobs.map(({ name }) => name))

export function jobNamed(name: z.infer<typeof jobName>): Job {
  return computationJobs.find((job) => job.name === name)!
}
