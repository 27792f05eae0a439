import { Command } from 'commander'
import type { CommandContext } from '../context.ts'
import { chooseType } from '../choose-type.ts'
import { typeListText, typeText } from '../type-text.ts'

/** `types`: the catalogue. */
export function typesCommand(context: CommandContext): Command {
  return new Command('types')
    .description('List the lambda types, or tell everything about one.')
    .argument('[type]', 'a lambda type, such as JWTPopulate')
    .option('--json', 'print JSON')
    .action((name: string | undefined) => types(context, name))
}

async function types(context: CommandContext, name: string | undefined): Promise<void> {
  const studio = await context.studio()
  const all = await studio.types.list()
  if (name === undefined) {
    context.output.result(all, () => typeListText(all))
    return
  }
  const type = chooseType(all, name, false)
  if (typeof type !== 'string') context.output.result([type], () => typeText(type))
}
