/** Who did something, by the id that a record of it has: oneself, the command line, a program, or a member. */
export function actorWords(id: string, me: string | undefined): string {
  if (id === me) return 'you'
  if (id === 'cli') return 'the command line'
  if (id.startsWith('token:')) return 'a program with a token'
  return /^[0-9a-f]{8}-/.test(id) ? 'another member' : id
}
