import type { PackFormat } from '../format.ts'
import { MonthlyFiles } from '../monthly-files.ts'
import { Directory, type ClaimHistory } from '../records.ts'
import { claimResource } from './claim.ts'
import { explanationOfBenefit } from './explanation-of-benefit.ts'

/**
 * What FHIR can say: a decision says all that a payer paid so far, so that there are no reversals, and payments do not add up. Nothing says
 * CLP02, or in which payment the money came.
 */
function asSaid({ claim, decisions }: ClaimHistory): ClaimHistory {
  const said = decisions.filter(({ decisionKind }) => decisionKind !== 'reversal').map((decision) => ({ ...decision, remittance: null, statusCode: null }))
  return { kind: 'history', claim, decisions: said }
}

/** Newline-delimited FHIR R4, by month of submission: each Claim, and after it an ExplanationOfBenefit for each decision. */
export const fhirFormat: PackFormat = {
  name: 'fhir',
  label: 'FHIR R4 NDJSON (Claim, ExplanationOfBenefit)',
  asSaid,
  absent: ['appeals', 'remittances', 'providerLevelAdjustments', 'cash.providerLevel', 'cash.remitted'],
  providersBy: 'npi',
  writer: ({ folder }) => {
    const directory = new Directory()
    const files = new MonthlyFiles(folder, (month) => `claims/claims-${month}.ndjson`)
    return {
      async take(record) {
        if (record.kind === 'payer' || record.kind === 'provider') return directory.see(record)
        if (record.kind === 'history') return files.write(record.claim.submissionDate, resourcesOf(record, directory))
      },
      finish: () => files.finish(),
      abandon: async () => {},
    }
  },
}

function resourcesOf({ claim, decisions }: ClaimHistory, directory: Directory): string {
  const resources = [claimResource(claim, directory), ...decisions.map((decision, index) => explanationOfBenefit(claim, decision, index + 1, directory))]
  return resources.map((resource) => `${JSON.stringify(resource)}\n`).join('')
}
