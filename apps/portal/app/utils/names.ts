/** A payer or a provider, and what tells it apart from others of the same name. */
export interface Named {
  id: string
  name: string
  toldApartBy: string | null
}

/** The name, and behind it what tells it apart where others have the same. */
export const fullName = ({ name, toldApartBy }: Pick<Named, 'name' | 'toldApartBy'>) => (toldApartBy === null ? name : `${name} (${toldApartBy})`)
