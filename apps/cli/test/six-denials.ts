import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes an export of six claims, CL-0 to CL-5, each denied in whole by one payer for one reason, into the folder. Returns the file. */
export function writeSixDenials(folder: string): string {
  const file = join(folder, 'export.json')
  writeFileSync(
    file,
    JSON.stringify({
      claims: Array.from({ length: 6 }, (_, at) => ({
        id: `CL-${at}`,
        payerId: 'PAY-1',
        payerName: 'Harbor Mutual Testing',
        dateOfService: '2026-03-01',
        submissionDate: '2026-03-02',
        processingDate: '2026-03-20',
        billedAmount: 100 + at,
        paidAmount: 0,
        status: 'denied',
        denialReason: 'Authorization absent',
      })),
    }),
  )
  return file
}
