/** The end of a process in words, after its name: a signal is somebody's doing (or of a system out of memory), a code its own. */
export function howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `ended by itself (exit code ${code})` : `was ended by ${signal}`
}
