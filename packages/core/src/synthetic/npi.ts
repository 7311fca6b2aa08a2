/**
 * The check digit of a National Provider Identifier: Luhn over the nine digits behind the prefix 80840 (45 CFR 162.406 and the NPI
 * check digit rule of CMS). Ours are invented and count up from 100000010, so that a reader sees at once that they are nobody's.
 */
export function npiOf(sequence: number): string {
  const base = String(100_000_000 + sequence * 10)
  for (let digit = 0; digit < 10; digit += 1) if (isNpi(`${base}${digit}`)) return `${base}${digit}`
  throw new RangeError(`No check digit for ${base}`)
}

export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false
  const sum = [...`80840${text}`].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2)
    return total + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return sum % 10 === 0
}
