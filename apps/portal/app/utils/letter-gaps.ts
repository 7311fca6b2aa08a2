/** What still stands in square brackets in a letter, for somebody to fill in; as it stands, without the brackets. */
export const gapsOf = (letter: string): string[] => [...letter.matchAll(/\[([^[\]]+)\]/g)].map(([, gap]) => gap!)
