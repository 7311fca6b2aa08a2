import { describe, expect, it } from 'vitest'
import { denialReasons, patternCategories } from '../../src/adjudication/catalogue.ts'
import { describeReason, reasonOf, reasonOfText } from '../../src/adjudication/reasons.ts'

describe('the catalogue of denial reasons', () => {
  it('gives every CARC and every deciding RARC one reason', () => {
    for (const key of ['carcs', 'rarcs'] as const) {
      const codes = denialReasons.flatMap((reason) => reason[key])
      expect(codes).toEqual([...new Set(codes)])
    }
    expect(new Set(denialReasons.map(({ label }) => label)).size).toBe(denialReasons.length)
  })

  it('uses all eight categories of the guide', () => {
    expect(new Set(denialReasons.map(({ category }) => category))).toEqual(new Set(patternCategories))
  })

  it.each([
    ['197', 'Authorization absent'],
    ['50', 'Not medically necessary'],
    ['96', 'Service not covered'],
    ['204', 'Service not covered'],
    ['29', 'Filing time limit passed'],
    ['4', 'Modifier missing or inconsistent'],
    ['11', 'Diagnosis does not support the procedure'],
    ['97', 'Bundled into another service'],
    ['18', 'Duplicate of an earlier claim'],
    ['27', 'Coverage not in force'],
    ['252', 'Documentation missing or insufficient'],
    ['B7', 'Provider not eligible for this service'],
  ])('CARC %s is "%s"', (carc, label) => expect(reasonOf(carc, []).label).toBe(label))
})

describe('reasons given as text', () => {
  it.each([
    ['Missing Modifier 25', 'Modifier missing or inconsistent'],
    ['Authorization code missing', 'Authorization absent'],
    ['Prior Authorization Missing', 'Authorization absent'],
    ['timely filing', 'Filing time limit passed'],
    ['Insufficient Documentation', 'Documentation missing or insufficient'],
    ['Code Bundling Required', 'Bundled into another service'],
    ['Diagnosis Code Requires Greater Specificity', 'Diagnosis invalid or not specific enough'],
    ['Unspecified Diagnosis Code', 'Diagnosis invalid or not specific enough'],
    ['Lack of medical necessity', 'Not medically necessary'],
    ['Frequency limit exceeded', 'Benefit limit or frequency reached'],
    ['Authorization absent', 'Authorization absent'],
    // As versions before the migration 0020 spelled it.
    ['Emergency not recognised', 'Emergency not recognized'],
  ])('"%s" is "%s"', (text, label) => expect(reasonOfText(text)).toEqual({ label, recognized: true }))

  it.each(['Records were updated', 'Billed by a different party', 'The author is unknown'])('"%s" keeps its own words', (text) =>
    expect(reasonOfText(text)).toEqual({ label: text, recognized: false }),
  )

  it('knows no reason where no text is', () => {
    expect(reasonOfText(null)).toBeNull()
    expect(reasonOfText('  ')).toBeNull()
  })

  it('describes what it does not know as unclassified', () =>
    expect(describeReason('Möbius strip')).toMatchObject({ category: 'unclassified', remedy: 'none' }))
})
