/** Gives the browser a file to keep. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}

/** The bytes behind base64, as an answer of the API holds them. */
export const fromBase64 = (content: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
