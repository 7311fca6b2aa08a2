import { createClient } from '@overturn/client'
import { expect, inject, test } from 'vitest'
import { settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })

test('moments are told by the clock of the organization, wherever somebody looks from', async () => {
  const { timeZone } = (await api.GET('/me')).data!.organization!
  const seenFrom = async (timezoneId: string) => {
    const page = await browser.openSignedIn('/', { timezoneId })
    await settled(page)
    return (
      await page
        .getByText(/As of \w{3} /)
        .first()
        .innerText()
    )
      .replace(/\u202f/g, ' ')
      .trim()
  }
  const at = /^As of \w{3} \d{1,2}, \d{4}, \d{1,2}:\d{2} [AP]M/
  expect(await seenFrom(timeZone)).toMatch(new RegExp(`${at.source}(?! [A-Z])`))
  const elsewhere = timeZone === 'Asia/Tokyo' ? 'Europe/Berlin' : 'Asia/Tokyo'
  const [, zone] = new RegExp(`${at.source} (\\S+)`).exec(await seenFrom(elsewhere)) ?? []
  const here = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts().find(({ type }) => type === 'timeZoneName')
  expect(zone).toBe(here!.value)
})
