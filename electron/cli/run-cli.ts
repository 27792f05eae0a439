import { Command, CommanderError } from 'commander'
import { StudioError } from '../contract/errors.ts'
import { loadCommands } from './load-commands.ts'
import { StudioOnDemand, type CliProcess, type CommandContext } from './context.ts'
import { exitCode, exitCodeOf, type ExitCode } from './exit-code.ts'
import { createOutput } from './output.ts'

/** Runs one command line and gives its exit code; writes nothing but through the process it is given. */
export async function runCli(args: readonly string[], process: CliProcess): Promise<ExitCode> {
  const output = createOutput(process, args.includes('--json'))
  const studio = new StudioOnDemand(process)
  let code: ExitCode = exitCode.good
  const context: CommandContext = {
    process,
    output,
    studio: (options) => studio.get(options),
    workspace: (folder, options) => studio.open(folder, options),
    end: (next) => (code = next),
  }
  try {
    const program = await createProgram(context, args)
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCode.good
    output.failure(asStudioError(thrown))
    return exitCodeOf(asStudioError(thrown))
  } finally {
    await studio.close()
  }
}

async function createProgram(context: CommandContext, args: readonly string[]): Promise<Command> {
  const program = new Command('lambda-studio')
    .description('Write, run and test FusionAuth lambdas.')
    .version(context.process.host.version)
    .showSuggestionAfterError()
  for (const makeCommand of await loadCommands(args[0])) program.addCommand(makeCommand(context))
  for (const command of everyCommand(program)) {
    command.exitOverride().configureOutput({
      writeOut: (text) => context.process.stdout.write(text),
      // What went wrong is thrown, and printed in one place.
      writeErr: () => undefined,
    })
  }
  return program
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)]
}

function asStudioError(thrown: unknown): unknown {
  if (!(thrown instanceof CommanderError)) return thrown
  return new StudioError({
    code: 'wrong-usage',
    // A group of commands that is named alone would print its help; it did not do what was asked.
    message:
      thrown.code === 'commander.help'
        ? 'A command is missing.'
        : sentence(thrown.message.replace(/^error: /, '')),
    hint: 'lambda-studio --help lists the commands, lambda-studio <command> --help what one takes.',
  })
}

function sentence(text: string): string {
  const upper = text.slice(0, 1).toUpperCase() + text.slice(1).replaceAll('\n', ' ')
  return /[.?!)]$/.test(upper) ? upper : `${upper}.`
}
