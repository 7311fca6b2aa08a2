#!/usr/bin/env node
// Plain JavaScript, so that the machine's own Node can read it however old it is: Overturn itself runs on the Node 24 of its workspace.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED_MAJOR = 24
const INSTALLATION_PROBLEM = 5
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const launcher = fileURLToPath(import.meta.url)

/** The Node of the workspace: beside or above this file, by its real path, however the command was linked. */
function workspaceNode() {
  const names = process.platform === 'win32' ? ['node/bin/node.exe', '.bin/node.exe'] : ['node/bin/node', '.bin/node']
  for (let folder = dirname(launcher); ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, 'node_modules', name)).find((file) => existsSync(file))
    if (found || folder === dirname(folder)) return found
  }
}

function refuse(problem) {
  process.stderr.write(`Overturn needs Node ${NEEDED_MAJOR}; ${problem}. Run "npm ci" in the folder of Overturn, then try again.\n`)
  process.exit(INSTALLATION_PROBLEM)
}

/** Runs the same command line under the other Node; the channel tells it when this process is gone, even by kill -9. */
function runWith(node) {
  const child = spawn(node, [launcher, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, OVERTURN_LAUNCHED: '1' },
  })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => refuse(`the one in ${node} does not start (${error.code})`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    for (const name of SIGNALS) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  await import('../src/main.ts')
} else {
  const node = workspaceNode()
  if (!node) refuse(`this is ${process.versions.node}, and the workspace has none of its own`)
  if (process.env.OVERTURN_LAUNCHED) refuse(`the workspace has ${process.versions.node}`)
  runWith(node)
}
