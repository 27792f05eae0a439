import { Command, Option } from 'commander'
import colors from 'picocolors'
import { StudioError } from '../../contract/errors.ts'
import { apiKey, newInstance, type InstanceInfo } from '../../contract/models/instance.ts'
import { instanceColor, protection, type Protection } from '../../contract/models/workspace.ts'
import { firstIssue } from '../../contract/checked.ts'
import { anyKeyVariable, keyFromEnvironment } from '../../core/credentials/environment-credentials.ts'
import { parseAddress } from '../../core/instance/connection.ts'
import { uuid } from '../arguments.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { chooseInstance } from '../instance-option.ts'
import { openOrCreate } from '../open-or-create.ts'
import { probeText } from '../probe-text.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'
import { editInstanceCommand } from './edit-instance.ts'

interface AddOptions extends WorkspaceOption {
  readonly url?: string
  readonly name?: string
  readonly tenant?: string
  readonly protection: Protection
  readonly color: string
  readonly key: boolean
}

/** `instance`: the FusionAuth servers of the workspace. */
export function instanceCommand(context: CommandContext): Command {
  return new Command('instance')
    .description('Add, edit, list, remove and probe the instances of the workspace.')
    .addCommand(addCommand(context))
    .addCommand(editInstanceCommand(context))
    .addCommand(keyCommand(context))
    .addCommand(
      withWorkspace(new Command('list').description('List the instances.')).action(
        (options: WorkspaceOption) => list(context, options),
      ),
    )
    .addCommand(
      withWorkspace(
        new Command('remove').description('Take an instance off the workspace and forget its key.'),
      )
        .argument('<id>', 'the id of the instance')
        .action((id: string, options: WorkspaceOption) => remove(context, id, options)),
    )
    .addCommand(
      withWorkspace(new Command('probe').description('Find out what an instance is and what its key may do.'))
        .argument('[id]', 'the id of the instance')
        .action((id: string | undefined, options: WorkspaceOption) => probe(context, id, options)),
    )
}

function addCommand(context: CommandContext): Command {
  const keySource = `the API key comes from ${anyKeyVariable}, a prompt or standard input, never from an argument`
  return withWorkspace(
    new Command('add')
      .description(`Add an instance, and the workspace if there is none yet; ${keySource}.`)
      .argument('<id>', 'a short name such as dev; lambdas keep their ids under it')
      .argument('[url]', 'its address, such as http://localhost:9011')
      .option('--url <url>', 'its address')
      .option('--name <name>', 'its name for people; the id where left out')
      .option('--tenant <uuid>', 'the tenant to work in, where there are several', uuid)
      .option('--no-key', 'add it without a key')
      .addOption(
        new Option('--protection <kind>', 'what must be done before something is written to it')
          .choices(protection.options)
          .default('none'),
      )
      .addOption(new Option('--color <color>', 'its colour').choices(instanceColor.options).default('gray')),
  ).action((id: string, url: string | undefined, options: AddOptions) => add(context, { id, url }, options))
}

function keyCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('key')
      .description('Keep another API key for an instance; read as add reads it.')
      .argument('<id>', 'the id of the instance'),
  ).action(async (id: string, options: WorkspaceOption) => {
    const studio = await context.workspace(options.workspace)
    chooseInstance(await studio.instances.list(), id)
    const info = await studio.instances.setKey(id, await readKey(context, id))
    context.output.result(info, () => `The key of ${info.name} is kept.`)
  })
}

async function add(
  context: CommandContext,
  { id, url }: { readonly id: string; readonly url: string | undefined },
  options: AddOptions,
): Promise<void> {
  const address = options.url ?? url
  if (address === undefined) throw wrongUsage('its address is missing, such as http://localhost:9011')
  const given = newInstance.safeParse({
    id,
    name: options.name ?? id,
    url: address,
    tenantId: options.tenant ?? null,
    protection: options.protection,
    color: options.color,
  })
  if (!given.success) throw wrongUsage(firstIssue(given.error).replace(/\.$/, ''))
  parseAddress(given.data.url)
  const studio = await openOrCreate(context, options.workspace)
  const key = options.key ? await readKey(context, id) : null
  const info = await studio.instances.add(given.data, key)
  context.output.result(info, () => `${info.name} is added. lambda-studio instance probe ${id} looks at it.`)
}

/** @throws StudioError `wrong-usage` for what cannot be a key, which is not repeated */
async function readKey({ process }: CommandContext, id: string): Promise<string> {
  const { environment } = process
  const given =
    keyFromEnvironment(environment, id) ??
    (await process.ask(`API key of ${id}: `, 'secret')) ??
    (await process.readStdin())
  const key = apiKey.safeParse(given)
  if (key.success) return key.data
  throw wrongUsage('the API key is missing, or has spaces or line breaks within it')
}

async function list(context: CommandContext, { workspace }: WorkspaceOption): Promise<void> {
  const instances = await (await context.workspace(workspace)).instances.list()
  context.output.result(instances, () =>
    instances.length === 0
      ? 'No instances yet. lambda-studio instance add <id> <url> adds one.'
      : instances.map(instanceLine).join('\n'),
  )
}

function instanceLine({ id, name, url, protection: kind, hasKey }: InstanceInfo): string {
  const notes = [...(kind === 'none' ? [] : [kind]), ...(hasKey ? [] : ['no key'])].join(', ')
  return `${colors.cyan(id)}  ${name}  ${url}${notes ? `  ${colors.yellow(notes)}` : ''}`
}

async function remove(context: CommandContext, id: string, { workspace }: WorkspaceOption): Promise<void> {
  const studio = await context.workspace(workspace)
  await studio.instances.remove(id)
  context.output.result({ removed: id }, () => `${id} is taken off the workspace, and its key forgotten.`)
}

async function probe(
  context: CommandContext,
  id: string | undefined,
  { workspace }: WorkspaceOption,
): Promise<void> {
  const studio = await context.workspace(workspace)
  const instance = chooseInstance(await studio.instances.list(), id)
  const report = await studio.instances.probe(instance.id)
  context.output.result(report, () => probeText(report, instance.name))
  if (report.outcome === 'unusable') context.end(exitCode.instance)
}

function wrongUsage(what: string): StudioError {
  return new StudioError({
    code: 'wrong-usage',
    message: `The instance cannot be added so: ${what}.`,
    hint: 'lambda-studio instance add --help tells what it takes.',
  })
}
