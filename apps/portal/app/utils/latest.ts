/**
 * Tells the newest of several askings from those that it has overtaken: `begin` starts one, and what it gives says whether none was begun since, so that
 * an answer that comes late changes nothing.
 */
export function latestOf(): { begin(): () => boolean } {
  let newest = 0
  return {
    begin() {
      const own = ++newest
      return () => own === newest
    },
  }
}
