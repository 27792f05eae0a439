import { z } from 'zod'
import type { FoundLambda, ImportedFile, ImportProblem } from '../../../contract/models/exchange.ts'
import { engineType } from '../../../contract/models/run.ts'
import { said, say } from '../../../contract/words.ts'
import type { FileShelf } from './file-shelf.ts'
import { findLambdaResources, type HclValue, type LambdaResource } from './hcl.ts'
import type { Findings } from './plan-import.ts'

/** The lambdas that Terraform's `fusionauth_lambda` resources describe. */
export function lambdasOfTerraform(file: ImportedFile, shelf: FileShelf): Findings {
  const results = findLambdaResources(file.text).map((resource) => readResource(resource, file, shelf))
  return {
    found: results.flatMap((result) => ('body' in result ? result : [])),
    problems: results.flatMap((result) => ('body' in result ? [] : result)),
  }
}

function readResource(
  resource: LambdaResource,
  file: ImportedFile,
  shelf: FileShelf,
): FoundLambda | ImportProblem {
  const { label, attributes } = resource
  const body = bodyOf(attributes.get('body'), file, shelf)
  if (body === null) return unresolved(resource, file)
  return {
    name: textOf(attributes.get('name')) ?? label,
    type: textOf(attributes.get('type')),
    engineType: engineType.catch('GraalJS').parse(textOf(attributes.get('engine_type'))),
    debug: attributes.get('debug')?.kind === 'true',
    body,
    id: z.guid().safeParse(textOf(attributes.get('lambda_id'))).data ?? null,
    file: file.name,
  }
}

function bodyOf(value: HclValue | undefined, file: ImportedFile, shelf: FileShelf): string | null {
  if (value?.kind === 'text') return value.text
  const path = value?.kind === 'file' ? value.path.replace(/^\$\{path\.(module|root)\}\//, '') : null
  const included = path === null ? undefined : shelf.find(file, path)
  if (included) shelf.take(included)
  return included?.text ?? null
}

/** A text that Terraform would put other values into is not known. */
function textOf(value: HclValue | undefined): string | null {
  return value?.kind === 'text' && value.text !== '' ? value.text : null
}

function unresolved({ label, line, attributes }: LambdaResource, file: ImportedFile): ImportProblem {
  const body = attributes.get('body')
  const because =
    body?.kind === 'template'
      ? say`Terraform puts other values into its body`
      : body?.kind === 'file'
        ? say`its body is in ${body.path}, which was not chosen`
        : say`its body is missing or computed`
  return said<ImportProblem>({
    file: `${file.name}, line ${line}`,
    message: say`The lambda ${label} cannot be taken over: ${because}.`,
    hint: 'Choose the files that hold the bodies too, or pull the lambda from the instance.',
  })
}
