import { defineCommand } from 'citty'
import type { Database } from '@overturn/core/db/connect'
import { OverturnError } from '@overturn/core/errors'
import { addAnalyst, addPractice, createNetwork, listNetworks, removeAnalyst, removePractice, type KeptNetwork } from '@overturn/core/networks/keep'
import { table, text } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { printJson, printResult } from '../output.ts'
import { withDatabase } from '../session.ts'

/** What can be done to a network: what has to be said besides its slug. */
const CHANGES: Record<string, { needs: string; run: (database: Database, slug: string, what: string) => Promise<void> }> = {
  create: { needs: 'name', run: createNetwork },
  add: { needs: 'organization', run: addPractice },
  remove: { needs: 'organization', run: removePractice },
  analyst: { needs: 'email', run: addAnalyst },
  'remove-analyst': { needs: 'email', run: removeAnalyst },
}

export default defineCommand({
  meta: { description: 'Networks of practices, whose analysts see what at least five practices have in common: list them, make one, say who belongs to it' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), create, add, remove, analyst or remove-analyst' },
    network: { type: 'positional', required: false, description: 'Slug of the network' },
    what: { type: 'positional', required: false, description: 'With create: its name; with add and remove: an organization; else: the address of a person' },
    ...globalFlags,
  },
  run: ({ args }) => {
    const given: Readonly<Record<string, unknown>> = args
    const name = String(given['action'] ?? 'list')
    const change = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined
    if (!change && name !== 'list')
      throw new OverturnError('invalid_input', `"${name}" is nothing to do with networks; there are: ${['list', ...Object.keys(CHANGES)].join(', ')}.`)
    const { network, what } = given
    if (change && (network === undefined || what === undefined))
      throw new OverturnError('invalid_input', `It takes a network and <${change.needs}>: overturn networks ${name} <network> <${change.needs}>.`)
    return withDatabase(args as unknown as GlobalFlags, async ({ database }) => {
      await change?.run(database, String(network), String(what))
      const networks = await listNetworks(database)
      if (given['json']) printJson({ networks })
      else printResult(networksText(networks))
    })
  },
})

function networksText(networks: readonly KeptNetwork[]): string {
  if (networks.length === 0) return 'There is no network.'
  return table(networks, [
    { title: 'Network', value: ({ slug }) => slug },
    { title: 'Name', value: ({ name }) => name },
    { title: 'Practices', value: ({ practices }) => text(practices.join(' ') || null) },
    { title: 'Analysts', value: ({ analysts }) => text(analysts.join(' ') || null) },
  ])
}
