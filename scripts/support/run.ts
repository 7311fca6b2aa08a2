import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Outcome {
  code: number
  /** What it printed, both streams in their order. */
  output: string
}

/** Runs a program of this repository without input. `live` shows its output as it comes; a program that takes longer than `minutes` is ended. */
export function run(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; live?: boolean; minutes?: number } = {},
): Promise<Outcome> {
  const { cwd = root, env = {}, live = false, minutes = 10 } = options
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (live) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const limit = setTimeout(() => {
      output += `\nended after ${minutes} minutes without a result\n`
      child.kill('SIGKILL')
    }, minutes * 60_000)
    child.once('error', (error) => {
      clearTimeout(limit)
      resolve({ code: 1, output: `${output}${error.message}\n` })
    })
    child.once('close', (code) => {
      clearTimeout(limit)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a command of an installed package under this Node. */
export const runTool = (tool: string, args: readonly string[], options: Parameters<typeof run>[2] = {}) =>
  run(process.execPath, [fileURLToPath(new URL(`../../node_modules/.bin/${tool}`, import.meta.url)), ...args], options)

export const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
