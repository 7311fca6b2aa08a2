/**
 * What a log may hold of an unexpected error: names, codes and stack frames. The message of a database error quotes statements and values,
 * which can be a patient's, so it is left out.
 */
export function loggable(thrown: unknown): object[] {
  const chain: object[] = []
  for (let error: unknown = thrown; error instanceof Error && chain.length < 5; error = error.cause) {
    const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
    const fromDatabase = 'query' in error || 'severity' in error
    const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
    chain.push({
      name: error.name,
      ...(!fromDatabase && { message: error.message }),
      code,
      constraint,
      table,
      frames: frames?.slice(0, 8).map((frame) => frame.trim()),
    })
  }
  return chain
}
