/** The token of an `Authorization: Bearer` header; undefined for every other one, of which the portal takes none. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]?.trim()
}
