/** Aborts when this server is told to end: what could go on for ever then comes to its end. */
const ending = new AbortController()

export const endingSignal = ending.signal

export function beginToEnd(): void {
  ending.abort()
}
