import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvImporter } from '../../../src/imports/formats/csv/importer.ts'
import { guessMapping } from '../../../src/imports/formats/csv/guess.ts'
import type { DecisionRecord } from '../../../src/imports/records.ts'
import { asStatement } from '../../../src/writers/statement.ts'
import { collect, recordsOf } from '../../synthetic/collect.ts'
import { GROUP, issuesIn, readBack, written } from '../written.ts'

const pack = await written('csv')
const [header = [], ...rows] = parse([...pack.files.values()].join('')) as string[][]
const guess = guessMapping(header, rows.slice(0, 200))
const read = await readBack(pack, csvImporter, { columns: () => guess.mapping })
const said = collect(GROUP).histories.flatMap((history) => asStatement({ kind: 'history', ...history }) ?? [])

describe('CSV', () => {
  it('has columns whose meaning can be guessed by their names', () => {
    expect(guess.unknown).toEqual([])
    expect(guess.guesses.filter(({ confidence }) => confidence === 'unsure')).toEqual([])
    expect(guess.mapping.rows).toBe('line')
  })

  it('gives each claim with its lines', () => {
    const facts = recordsOf(read, 'claim').map(({ id, billed, payerId, serviceDate, submissionDate, patient, lines }) => ({
      id,
      billed,
      payerId,
      serviceDate,
      submissionDate,
      patient: [patient.name, patient.memberId],
      lines: lines.map(({ procedureCode, modifiers, diagnosisCodes, units, billed: own }) => [procedureCode, modifiers, diagnosisCodes, units, own]),
    }))
    expect(facts).toEqual(
      said.map(({ claim: { id, billed, payerId, serviceDate, submissionDate, patient, lines } }) => ({
        id,
        billed,
        payerId,
        serviceDate,
        submissionDate,
        patient: [patient.name, patient.memberId],
        lines: lines.map(({ procedureCode, modifiers, diagnosisCodes, units, billed: own }) => [procedureCode, modifiers, diagnosisCodes, units, own]),
      })),
    )
  })

  it('gives how each claim stands, with its verdicts and every cent', () => {
    const plain = ({ claimId, decidedOn, charge, paid, lines }: DecisionRecord) => ({
      claimId,
      decidedOn,
      charge,
      paid,
      lines: lines.map((line) => [line.charge, line.paid, line.allowed, line.verdict]),
    })
    expect(recordsOf(read, 'decision').map(plain)).toEqual(said.flatMap(({ decisions }) => decisions).map(plain))
  })

  it('leaves nothing to warn of', () => expect(issuesIn(read)).toEqual([]))
})
