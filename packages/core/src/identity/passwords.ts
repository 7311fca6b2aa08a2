import { randomInt } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128
export const ONE_TIME_HOURS = 24

/** Without what is mistaken for something else when it is read aloud or typed from paper. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 5
const GROUP = 4

/** A password for once: five groups of four, 100 bits. */
export function makeOneTimePassword(): string {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

export { hashPassword }

const ONE_TIME = /^until=(\d+);(.*)$/s

/** The hash of a password that is good until a moment: the moment stands with it, so that a password of the person's own replaces both. */
export async function hashOneTime(password: string, until: Date): Promise<string> {
  return `until=${until.getTime()};${await hashPassword(password)}`
}

/** Whether this is the password, and still good. The same work is done for one that has expired. */
export async function checkPassword(kept: string, password: string, now: Date): Promise<boolean> {
  const [, until, hash] = ONE_TIME.exec(kept) ?? []
  const isRight = await verifyPassword({ hash: hash ?? kept, password })
  return isRight && (until === undefined || now.getTime() < Number(until))
}
