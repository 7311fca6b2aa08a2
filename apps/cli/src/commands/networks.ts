import { defineCommand } from 'citty'
import type { Database } from '@overturn/core/db/connect'
import { OverturnError } from '@overturn/core/errors'
import { baseUrlOf } from '@overturn/core/identity/auth'
import { inviteAnalyst } from '@overturn/core/networks/invitations'
import { addAnalyst, addPractice, createNetwork, listNetworks, removeAnalyst, removePractice, type KeptNetwork } from '@overturn/core/networks/keep'
import { table, text } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { printJson, printResult } from '../output.ts'
import { commandLine, configOf, withDatabase } from '../session.ts'

/** What can be done to a network: what has to be said besides its slug. */
const CHANGES: Record<string, { needs: string; run: (database: Database, slug: string, what: string) => Promise<void> }> = {
  create: { needs: 'name', run: createNetwork },
  add: { needs: 'organization', run: (database, slug, organization) => addPractice(database, slug, organization, commandLine()) },
  remove: { needs: 'organization', run: (database, slug, organization) => removePractice(database, slug, organization, commandLine()) },
  analyst: { needs: 'email', run: (database, slug, email) => addAnalyst(database, slug, email, commandLine()) },
  'remove-analyst': { needs: 'email', run: removeAnalyst },
}
const INVITE = 'invite'

export default defineCommand({
  meta: {
    description:
      'Networks of practices, whose analysts see what at least five practices have in common: list them, make one, say who belongs to it, invite an analyst',
  },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), create, add, remove, invite, analyst or remove-analyst' },
    network: { type: 'positional', required: false, description: 'Slug of the network' },
    what: { type: 'positional', required: false, description: 'With create: its name; with add and remove: an organization; else: the address of a person' },
    ...globalFlags,
  },
  run: ({ args }) => {
    const given: Readonly<Record<string, unknown>> = args
    const name = String(given['action'] ?? 'list')
    const change = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined
    if (!change && name !== 'list' && name !== INVITE)
      throw new OverturnError('invalid_input', `"${name}" is nothing to do with networks; there are: ${['list', INVITE, ...Object.keys(CHANGES)].join(', ')}.`)
    const { network, what } = given
    const needs = name === INVITE ? 'email' : change?.needs
    if (needs !== undefined && (network === undefined || what === undefined))
      throw new OverturnError('invalid_input', `It takes a network and <${needs}>: overturn networks ${name} <network> <${needs}>.`)
    if (name === INVITE) return invite(given)
    return withDatabase(args as unknown as GlobalFlags, async ({ database }) => {
      await change?.run(database, String(network), String(what))
      const networks = await listNetworks(database)
      if (given['json']) printJson({ networks })
      else printResult(networksText(networks))
    })
  },
})

async function invite({ network, what, json, ...flags }: Readonly<Record<string, unknown>>): Promise<void> {
  const { email, path, expiresAt } = await withDatabase(flags as unknown as GlobalFlags, ({ database }) =>
    inviteAnalyst(database, String(network), String(what), new Date()),
  )
  const link = `${baseUrlOf(configOf(flags as unknown as GlobalFlags))}${path}`
  if (json) printJson({ email, expiresAt: expiresAt.toISOString(), path, link })
  else printResult(`Give this link to ${email}; it leads in once, until ${expiresAt.toISOString()}, and is not shown again:\n${link}`)
}

function networksText(networks: readonly KeptNetwork[]): string {
  if (networks.length === 0) return 'There is no network.'
  return table(networks, [
    { title: 'Network', value: ({ slug }) => slug },
    { title: 'Name', value: ({ name }) => name },
    { title: 'Practices', value: ({ practices }) => text(practices.join(' ') || null) },
    { title: 'Analysts', value: ({ analysts }) => text(analysts.join(' ') || null) },
  ])
}
