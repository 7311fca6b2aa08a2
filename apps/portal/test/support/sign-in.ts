/** Posts to the sign-in of a portal. */
export function postAuth(address: string, path: string, body: object, cookie = ''): Promise<Response> {
  return fetch(`${address}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, cookie },
    body: JSON.stringify(body),
  })
}

/** The cookie (`name=value`) of a new session. Throws what the portal said instead. */
export async function signIn(address: string, email: string, password: string): Promise<string> {
  const answer = await postAuth(address, 'sign-in/email', { email, password })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || cookie === undefined) throw new Error(`the portal did not sign in: ${answer.status} ${await answer.text()}`)
  return cookie
}
