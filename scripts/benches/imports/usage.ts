import { readdirSync, readFileSync } from 'node:fs'

/**
 * The most memory this process has held, in bytes. Linux tells it of the program itself (VmHWM); the peak of getrusage begins with that
 * of the process that started it.
 */
export function peakMemory(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}

/** CPU seconds of this process so far, all its threads. */
export function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Linux counts in hundredths of a second for every program, whatever the kernel's own clock. */
const TICKS = 100

/** CPU seconds of a process, of the children it has now and of those that have ended; null where the system does not tell (no /proc). */
export function cpuSecondsOf(pid: number): number | null {
  let ticks = 0
  let found = false
  for (const stat of processes()) {
    if (stat.pid !== pid && stat.parent !== pid) continue
    found ||= stat.pid === pid
    ticks += stat.ticks
  }
  return found ? ticks / TICKS : null
}

export const parentOf = (pid: number): number | null => processes().find((process) => process.pid === pid)?.parent ?? null

function processes(): { pid: number; parent: number; ticks: number }[] {
  return names()
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(name)
      if (stat === null) return []
      // Behind the name of the program, which may hold anything: state, parent, … 11 to 14: own time and that of ended children.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [{ pid: Number(name), parent: Number(fields[1]), ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) }]
    })
}

function names(): string[] {
  try {
    return readdirSync('/proc')
  } catch {
    return []
  }
}

/** Null for a process that has ended meanwhile. */
function statOf(name: string): string | null {
  try {
    return readFileSync(`/proc/${name}/stat`, 'utf8')
  } catch {
    return null
  }
}
