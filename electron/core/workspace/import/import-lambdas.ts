import { toErrorData } from '../../../contract/errors.ts'
import type { ImportOutcome, LambdaToImport } from '../../../contract/models/exchange.ts'
import { messageOf, said, say } from '../../../contract/words.ts'
import type { Workspace } from '../workspace.ts'

/** Creates the lambdas one after another; one that fails keeps none of the others back. */
export async function importLambdas(
  workspace: Workspace,
  lambdas: readonly LambdaToImport[],
  instance: string | null,
): Promise<readonly ImportOutcome[]> {
  const taken = instance === null ? new Set<string>() : await idsOn(workspace, instance)
  const outcomes: ImportOutcome[] = []
  for (const lambda of lambdas) outcomes.push(await importOne(workspace, lambda, { instance, taken }))
  return outcomes
}

interface Target {
  readonly instance: string | null
  /** Ids on that instance that lambdas of the workspace have. */
  readonly taken: Set<string>
}

async function importOne(
  workspace: Workspace,
  lambda: LambdaToImport,
  target: Target,
): Promise<ImportOutcome> {
  const { file, name, type, engineType, debug, body } = lambda
  const id = target.instance === null ? null : (lambda.id?.toLowerCase() ?? null)
  if (id !== null && target.taken.has(id)) return idTaken(lambda, id)
  try {
    const ids = id !== null && target.instance !== null ? { [target.instance]: id } : {}
    const { slug } = await workspace.create({ name, type, engineType, debug, body, ids })
    if (id !== null) target.taken.add(id)
    return { kind: 'done', file, name, slug }
  } catch (thrown) {
    const data = toErrorData(thrown)
    return said<ImportOutcome>({ kind: 'failed', file, name, code: data.code, message: messageOf(data) })
  }
}

function idTaken({ file, name }: LambdaToImport, id: string): ImportOutcome {
  const message = say`A lambda with the id ${id} is in the workspace already.`
  return said<ImportOutcome>({ kind: 'failed', file, name, code: 'id-taken', message })
}

async function idsOn(workspace: Workspace, instance: string): Promise<Set<string>> {
  const { lambdas } = await workspace.list()
  return new Set(lambdas.flatMap(({ ids }) => ids[instance]?.toLowerCase() ?? []))
}
