import { Command, InvalidArgumentError } from 'commander'
import { lambdaName } from '../../contract/models/lambda.ts'
import { chooseType } from '../choose-type.ts'
import type { CommandContext } from '../context.ts'
import { openOrCreate } from '../open-or-create.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

/** `new`: a lambda from the template of its type. */
export function newCommand(context: CommandContext): Command {
  return withWorkspace(
    new Command('new')
      .description("Create a lambda from its type's template, and the workspace if there is none yet.")
      .argument('<type>', 'the lambda type, such as JWTPopulate')
      .argument('<name>', 'what to call it; its folder is named after it', nameOf),
  ).action((type: string, name: string, options: WorkspaceOption) => create(context, { type, name }, options))
}

async function create(
  context: CommandContext,
  asked: { readonly type: string; readonly name: string },
  { workspace }: WorkspaceOption,
): Promise<void> {
  const { types } = await context.studio()
  const chosen = chooseType(await types.list(), asked.type, false)
  const type = typeof chosen === 'string' ? chosen : chosen.type
  const studio = await openOrCreate(context, workspace)
  const {
    body: _body,
    revision: _revision,
    ...lambda
  } = await studio.lambdas.create({ type, name: asked.name })
  context.output.result(lambda, () => `Created lambdas/${lambda.slug} (${lambda.type}).`)
}

function nameOf(text: string): string {
  const parsed = lambdaName.safeParse(text)
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError('A name has 1 to 1,000 characters, and not spaces alone.')
}
