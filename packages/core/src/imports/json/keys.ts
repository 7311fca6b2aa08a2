/** Field names at one depth of brackets, as far as the text goes. */
export function keysAt(text: string, wanted: number): string[] {
  const keys: string[] = []
  let depth = 0
  for (const [token, name] of text.matchAll(/"((?:[^"\\]|\\.)*)"(?:\s*:)?|[{}[\]]/g)) {
    if (name !== undefined) {
      if (depth === wanted && token.endsWith(':')) keys.push(name)
    } else depth += token === '{' || token === '[' ? 1 : -1
  }
  return keys
}
