/** A payer or a provider as it is known: the NPI of a provider where it has one. */
export interface Known {
  id: string
  name: string
  npi: string | null
}

export interface Named {
  id: string
  name: string
  /** Where several have the name: the NPI if it is this one's alone among them, else the id. Null where the name says it all. */
  toldApartBy: string | null
}

/** How a name reads: neither capitals nor blanks tell two apart. */
const asRead = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** The same, in their order, with what tells those of one name apart. */
export function toldApart(known: readonly Known[]): Named[] {
  const byName = Map.groupBy(known, ({ name }) => asRead(name))
  return known.map(({ id, name, npi }) => {
    const namesakes = byName.get(asRead(name))!
    if (namesakes.length === 1) return { id, name, toldApartBy: null }
    const isItsOwn = npi !== null && namesakes.filter((one) => one.npi === npi).length === 1
    return { id, name, toldApartBy: isItsOwn ? `NPI ${npi}` : `ID ${id}` }
  })
}
