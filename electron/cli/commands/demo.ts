import { Command, InvalidArgumentError } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import { mostUsers, startDemo, usualPort, usualUsers, type Demo } from '../../demo/start-demo.ts'

interface Options {
  readonly port: number
  readonly users: number
  readonly seed?: number
  readonly data?: string
  readonly json?: true
}

/** `demo`: serves the embedded instance until it is told to stop. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('serve a FusionAuth-compatible instance with made-up data on this machine')
    .option('--port <port>', 'port to listen on, 0 for any free one', wholeNumber(0, 65_535), usualPort)
    .option('--users <n>', `users of a new world, up to ${mostUsers}`, wholeNumber(0, mostUsers), usualUsers)
    .option('--seed <n>', 'make the same world and the same keys each time', wholeNumber(0, 2 ** 32))
    .option('--data <file>', 'keep the world in this file and go on with it at the next start')
    .option('--json', 'print one line of JSON once it serves')
    .allowExcessArguments(false)
    .action(serve)
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN
    if (number >= least && number <= most) return number
    throw new InvalidArgumentError(`A whole number from ${least} to ${most} is needed.`)
  }
}

async function serve({ port, users, seed, data, json }: Options): Promise<void> {
  const demo = await startDemo({ port, users, seed, data, reportFault })
  process.stdout.write(json ? `${JSON.stringify({ url: demo.url, keys: demo.keys })}\n` : announcement(demo))
  await stopSignal()
  await demo.close()
}

function announcement({ url, keys }: Demo): string {
  const widest = Math.max(...keys.map(({ name }) => name.length))
  const lines = keys.map(({ name, key }) => `  ${name.padEnd(widest)}  ${key}`)
  return [`The demo instance serves at ${url}`, 'API keys:', ...lines, 'Ctrl+C stops it.', ''].join('\n')
}

/** A fault that is not the studio's own may have anything in its message, so only its kind is told. */
function reportFault(fault: unknown): void {
  const text =
    fault instanceof StudioError ? `${fault.message} ${fault.hint}` : 'A request met a fault of the demo.'
  process.stderr.write(`${text}\n`)
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
