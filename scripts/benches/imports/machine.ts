import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** Where figures come from. Without it they mean nothing; with a load above 0 they mean little. */
export interface Machine {
  cores: number
  processor: string
  memoryGigabytes: number
  system: string
  node: string
  /** Processes that wanted to run during the minute before; 0 on Windows, which does not count them. */
  load: number
}

export const describeMachine = (): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model.trim() || 'unknown processor',
  memoryGigabytes: Math.round(totalmem() / 1e9),
  system: `${platform()} ${release()}`,
  node: process.versions.node,
  load: Math.round(loadavg()[0]! * 10) / 10,
})

export function machineText({ cores, processor, memoryGigabytes, system, node, load }: Machine): string {
  const busy = load > 0.5 ? '; the machine is busy, so these figures are too low' : ''
  return `${cores} cores (${processor}), ${memoryGigabytes} GB, ${system}, Node ${node}, load ${load} before the start${busy}`
}
