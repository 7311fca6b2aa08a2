import type { Patient } from '../imports/records.ts'
import { payerMix, supplement, type Payer } from './payers.ts'
import { STREAM, type Random } from './random.ts'

// Both lists are invented, and meant to be seen as invented.
const given = [
  'Ambrel',
  'Brindle',
  'Corvina',
  'Dapple',
  'Elowin',
  'Fennimore',
  'Garnetta',
  'Hollis',
  'Isolder',
  'Juniperus',
  'Kestra',
  'Lumina',
  'Marlow',
  'Nimbus',
  'Oriole',
  'Pascoe',
  'Quillan',
  'Rowanda',
  'Saffrin',
  'Thistle',
  'Umberto',
  'Verity',
  'Wrenna',
  'Xanthe',
  'Yarrow',
  'Zephyrine',
]
const family = [
  'Ashwhistle',
  'Bramblethorpe',
  'Coppermill',
  'Dovecastle',
  'Emberlake',
  'Foxwillow',
  'Glimmerstone',
  'Heatherfold',
  'Inkwater',
  'Jasperfield',
  'Kindlewick',
  'Lanternby',
  'Mapleshade',
  'Northwhistle',
  'Oakenfold',
  'Pebblebrook',
  'Quartzmere',
  'Riverbeck',
  'Silverthistle',
  'Tanglewood',
  'Umberfield',
  'Velvetmoor',
  'Willowgate',
  'Yellowfern',
]
const two = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

export interface Person {
  patient: Patient
  payer: Payer
  secondary: Payer | null
}

/** Patient `number` of the group, the same whenever asked; `year` is the year of `asOf`, from which ages are counted. */
export function personOf(random: Random, seed: number, number: number, year: number): Person {
  random.start(seed, STREAM.patient, number)
  const payer = payerMix.pick(random.unit())
  const [youngest, oldest] = payer.ages
  const born = year - 1 - youngest - Math.floor((oldest - youngest) * random.unit() ** 0.8)
  const initial = payer.name.slice(0, 1)
  return {
    payer,
    secondary: payer.id === supplement.primary && random.chance(supplement.share) ? supplement.secondary : null,
    patient: {
      name: `${family[random.between(0, family.length - 1)]}, ${given[random.between(0, given.length - 1)]}`,
      dateOfBirth: `${born}-${two[random.between(1, 12)]}-${two[random.between(1, 28)]}`,
      sex: random.chance(0.55) ? 'female' : 'male',
      memberId: `${initial}DEMO${100_000_000 + number}`,
      groupId: payer.filingCode === 'MB' || payer.filingCode === 'MC' ? null : `${initial}GRP-${random.between(100, 139)}`,
    },
  }
}
