import type { Argument, Command, Option } from 'commander'
import { loadCommands } from '../../../electron/cli/load-commands.ts'
import type { CommandContext } from '../../../electron/cli/context.ts'
import { jsonForms } from './json-forms.ts'

/** Every command that does something, by the words that name it. */
export async function leafCommands(): Promise<ReadonlyMap<string, Command>> {
  // A command asks its context for something only once it is run.
  const context = {} as CommandContext
  const commands = (await loadCommands(undefined)).map((makeCommand) => makeCommand(context))
  return new Map(commands.flatMap((command) => leavesOf(command, '')))
}

function leavesOf(command: Command, prefix: string): (readonly [string, Command])[] {
  const name = `${prefix}${command.name()}`
  if (command.commands.length === 0) return [[name, command]]
  return command.commands.flatMap((inner) => leavesOf(inner, `${name} `))
}

/** A section for each command: what it does, its arguments and options, and what `--json` prints. */
export async function commandLineBlock(): Promise<string> {
  return [...(await leafCommands())].map(([name, command]) => section(name, command)).join('\n\n')
}

function section(name: string, command: Command): string {
  const form = jsonForms[name]
  const parts = [
    `### ${name}`,
    command.description(),
    `\`\`\`text\n${usage(name, command)}\n\`\`\``,
    table(command),
    form && `\`--json\` prints ${form}`,
  ]
  return parts.filter((part) => part).join('\n\n')
}

function usage(name: string, command: Command): string {
  const words = command.registeredArguments.map((argument) => shownArgument(argument))
  return ['lambda-studio', name, ...words, ...(optionsOf(command).length > 0 ? ['[options]'] : [])].join(' ')
}

function shownArgument(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

function table(command: Command): string {
  const rows = [
    ...command.registeredArguments.map((argument) => row(shownArgument(argument), argument.description)),
    ...optionsOf(command).map((option) => row(option.flags, optionText(option))),
  ]
  return rows.length === 0 ? '' : ['| | |', '|---|---|', ...rows].join('\n')
}

function optionsOf(command: Command): readonly Option[] {
  return command.options
}

function optionText({ description, argChoices, defaultValue, negate }: Option): string {
  const choices = argChoices ? `: ${argChoices.map((choice) => `\`${choice}\``).join(', ')}` : ''
  const isTold = !negate && (typeof defaultValue === 'string' || typeof defaultValue === 'number')
  return `${description}${choices}${isTold ? `; \`${defaultValue}\` where left out` : ''}`
}

function row(name: string, meaning: string): string {
  return `| \`${name}\` | ${meaning.replaceAll('|', '\\|')} |`
}
