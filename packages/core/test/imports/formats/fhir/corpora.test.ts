import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { claimOutcome } from '../../../../src/adjudication/rules.ts'
import { dryRun } from '../../../../src/imports/dry-run.ts'
import { ofKind, readFhir } from './read.ts'

/** Real files that are not part of the repository; they lie beside it where they may be used. */
const folder = fileURLToPath(new URL('../../../../../../../shared/corpora/fhir/', import.meta.url))

interface Sample {
  use?: string
  total?: { value?: number } | { category: { coding: { code: string }[] }; amount: { value?: number } }[]
}

/** A total of the resource in cents, by rounding: the other way to the same number. */
function totalOf({ total }: Sample, ...codes: string[]): number | null {
  if (!Array.isArray(total)) return total?.value === undefined ? null : Math.round(total.value * 100)
  const found = codes.map((code) => total.find(({ category }) => category.coding.some((coding) => coding.code === code))?.amount.value)
  const known = found.filter((value) => value !== undefined)
  return known.length === 0 ? null : Math.round(known.reduce((sum, value) => sum + value, 0) * 100)
}

if (!existsSync(folder)) {
  it('reads real FHIR files', ({ skip }) => skip('no such files stand beside this repository (shared/corpora/fhir)'))
} else {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))

  describe('real FHIR files', () => {
    it.each(files)('takes in %s', async (file) => {
      const { files: summaries } = await dryRun([join(folder, file)], { partial: false })
      expect(summaries[0]).toMatchObject({ format: 'fhir', rejected: [], unbalancedClaims: 0, deniedClaims: 0, deniedLines: 0 })
    })

    it.each(files.filter((file) => /ExplanationOfBenefit|Claim/.test(file)))('gives the money and the outcome of %s', async (file) => {
      const bytes = readFileSync(join(folder, file))
      const sample = JSON.parse(bytes.toString()) as Sample
      const records = await readFhir(bytes)
      const [claim] = ofKind(records, 'claim')
      const [decision] = ofKind(records, 'decision')
      const submitted = totalOf(sample, 'submitted')
      if (submitted !== null && claim) expect(claim.billed).toBe(submitted)
      const paid = totalOf(sample, 'paidtoprovider', 'paidtopatient') ?? totalOf(sample, 'benefit')
      if (paid !== null && decision) expect(decision.paid).toBe(paid)
      if (claim && sample.use) expect(claim.use).toBe(sample.use)
      const told = decision ? claimOutcome(decision.verdict, decision.lines) : null
      // Medicare gives the reason (provider not eligible) of a line of 50.11 of which it paid 11.15, and no amount.
      if (/bfd.*-(?:HHA|Outpatient)/.test(file))
        expect(told).toMatchObject({ outcome: 'partially_denied', denial: { group: 'PR', carc: 'B7', deniedAmount: 3896 } })
      else if (told) expect(told.outcome).toBe('paid')
      if (sample.use !== 'claim' && decision) expect(decision.decisionKind).toBe('predetermination')
    })
  })
}
