import type { ProviderRecord } from '../imports/records.ts'
import { npiOf } from './npi.ts'
import { weighted } from './random.ts'

export const specialties = ['Family Medicine', 'Cardiology', 'Orthopedics', 'Gastroenterology', 'Physical Therapy', 'Behavioral Health'] as const
export type Specialty = (typeof specialties)[number]

/** The group that payers pay, and its three practices that bill. Names, numbers and tax ids are invented. */
export const group: ProviderRecord = {
  kind: 'provider',
  id: 'DEMO-GRP-0',
  name: 'Lakeshore Family & Specialty Group',
  npi: npiOf(1),
  taxId: '00-0000001',
  taxonomy: null,
  specialty: null,
}
const practice = (number: number, name: string): ProviderRecord => ({
  kind: 'provider',
  id: `DEMO-GRP-${number}`,
  name,
  npi: npiOf(1 + number),
  taxId: `00-000000${1 + number}`,
  taxonomy: null,
  specialty: null,
})
export const practices = {
  family: practice(1, 'Lakeshore Family Medicine'),
  specialty: practice(2, 'Lakeshore Specialty Physicians'),
  therapy: practice(3, 'Lakeshore Therapy & Counseling'),
}

export interface Clinician {
  record: ProviderRecord
  specialty: Specialty
  practice: ProviderRecord
  /** Share of the group's claims. */
  share: number
  /** Times the everyday denial rate: habits differ. */
  denialFactor: number
}

const TAXONOMY: Record<Specialty, string> = {
  'Family Medicine': '207Q00000X',
  Cardiology: '207RC0000X',
  Orthopedics: '207X00000X',
  Gastroenterology: '207RG0100X',
  'Physical Therapy': '225100000X',
  'Behavioral Health': '103TC0700X',
}

// name, specialty, practice, share of claims, denial factor
const rows: [string, Specialty, keyof typeof practices, number, number][] = [
  ['Avery Applewood', 'Family Medicine', 'family', 12, 0.9],
  ['Blake Birchwater', 'Family Medicine', 'family', 11, 1],
  ['Casey Cloverfield', 'Family Medicine', 'family', 9, 1.2],
  ['Devon Dunmere', 'Family Medicine', 'family', 8, 0.85],
  ['Ellis Elderbrook', 'Cardiology', 'specialty', 8, 1],
  ['Frankie Fernhollow', 'Cardiology', 'specialty', 6, 1.15],
  ['Greer Goldenreed', 'Orthopedics', 'specialty', 8, 1],
  ['Harper Hazelmoor', 'Orthopedics', 'specialty', 6, 1.1],
  ['Indigo Ivystone', 'Gastroenterology', 'specialty', 6, 0.95],
  ['Jules Junipervale', 'Gastroenterology', 'specialty', 4, 1],
  ['Kit Kestrelwood', 'Physical Therapy', 'therapy', 8, 1],
  ['Lane Larkmeadow', 'Physical Therapy', 'therapy', 5, 0.9],
  ['Morgan Mosswick', 'Behavioral Health', 'therapy', 6, 0.8],
  ['Noel Nettlebrook', 'Behavioral Health', 'therapy', 4, 1],
]

export const clinicians: readonly Clinician[] = rows.map(([name, specialty, billing, share, denialFactor], index) => ({
  record: {
    kind: 'provider',
    id: `DEMO-PRV-${String(index + 1).padStart(2, '0')}`,
    name,
    npi: npiOf(10 + index),
    taxId: null,
    taxonomy: TAXONOMY[specialty],
    specialty,
  },
  specialty,
  practice: practices[billing],
  share,
  denialFactor,
}))

export const clinicianMix = weighted(clinicians.map((clinician) => [clinician, clinician.share] as const))
