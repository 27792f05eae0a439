import { Command } from 'commander'
import { StudioError } from '../../contract/errors.ts'
import { mostUsers, startDemo, usualPort, usualUsers, type Demo } from '../../demo/start-demo.ts'
import { wholeNumber } from '../arguments.ts'
import type { CommandContext } from '../context.ts'

interface Options {
  readonly port: number
  readonly users: number
  readonly seed?: number
  readonly data?: string
  readonly json?: true
}

/** `demo`: serves the embedded instance until it is told to stop. */
export function demoCommand(context: CommandContext): Command {
  return new Command('demo')
    .description('Serve a FusionAuth-compatible instance with made-up data on this machine.')
    .option('--port <port>', 'port to listen on, 0 for any free one', wholeNumber(0, 65_535), usualPort)
    .option('--users <n>', `users of a new world, up to ${mostUsers}`, wholeNumber(0, mostUsers), usualUsers)
    .option('--seed <n>', 'make the same world and the same keys each time', wholeNumber(0, 2 ** 32))
    .option('--data <file>', 'keep the world in this file and go on with it at the next start')
    .option('--json', 'print one line of JSON once it serves')
    .action((options: Options) => serve(context, options))
}

async function serve({ process, output }: CommandContext, options: Options): Promise<void> {
  const { json, ...choices } = options
  const demo = await startDemo({ ...choices, reportFault: (fault) => output.tell(faultText(fault)) })
  // One line, so that who started this can read up to its end and let it go on serving.
  const line = JSON.stringify({ url: demo.url, keys: demo.keys })
  process.stdout.write(`${json ? line : announcement(demo)}\n`)
  await process.interrupted()
  await demo.close()
}

function announcement({ url, keys }: Demo): string {
  const widest = Math.max(...keys.map(({ name }) => name.length))
  const lines = keys.map(({ name, key }) => `  ${name.padEnd(widest)}  ${key}`)
  return [`The demo instance serves at ${url}`, 'API keys:', ...lines, 'Ctrl+C stops it.'].join('\n')
}

/** A fault that is not the studio's own may have anything in its message, so only its kind is told. */
function faultText(fault: unknown): string {
  return fault instanceof StudioError
    ? `${fault.message} ${fault.hint}`
    : 'A request met a fault of the demo.'
}
