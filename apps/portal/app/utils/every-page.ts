/** All entries of a list that comes in pages, for a file: one page after the other, as the server gives them. `name` is what its answers call the list. */
export async function everyPage<Name extends string, Found extends { pagination: { pages: number } } & Record<Name, readonly unknown[]>>(
  read: (page: number) => Promise<Found | undefined>,
  name: Name,
): Promise<Found[Name][number][]> {
  const rows: Found[Name][number][] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await read(page)
    rows.push(...(found?.[name] ?? []))
    pages = found?.pagination.pages ?? 0
  }
  return rows
}
