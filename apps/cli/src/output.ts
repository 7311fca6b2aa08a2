/** Where a command writes: results on stdout, everything else on stderr, so that a pipe gets results only. */
export function printResult(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Exactly one document on one line. */
export function printJson(document: unknown): void {
  printResult(JSON.stringify(document))
}

export function printNote(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** A line of progress that the next one replaces; nothing where stderr is no terminal. */
export function printProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`)
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
}

/** A reader that stops reading (`| head`) ends the command quietly. */
export function endQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
}
