import { isJsonObject } from '../../contract/json.ts'
import type { JsonObject } from '../../contract/json.ts'
import type { LambdaTypeInfo } from '../../contract/models/lambda-type.ts'
import { definitionSection } from './documentation-fields.ts'
import type { LinkOf } from './documentation-fields.ts'
import { lambdaTypePage } from './documentation-page.ts'
import { inputSchemaOf } from './input-schema.ts'

/** A definition that more types than this use is written down once, in `objects.md`. */
const usesBeforeShared = 4

/** Writes the pages about lambda types: Markdown by file name, with `README.md` as the index. */
export function documentLambdaTypes(types: readonly LambdaTypeInfo[]): Readonly<Record<string, string>> {
  const used = types.map((info) => [info, definitionsFor(info)] as const)
  const shared = sharedAmong(used.map(([, definitions]) => definitions))
  const linkOf: LinkOf = (name) => `${name in shared ? 'objects.md' : ''}#${name.toLowerCase()}`
  const pages = used.map(([info, definitions]) => {
    const own = Object.entries(definitions).filter(([name]) => !(name in shared))
    return [`${info.type}.md`, lambdaTypePage(info, own, linkOf)] as const
  })
  return { 'README.md': indexPage(types), 'objects.md': objectsPage(shared), ...Object.fromEntries(pages) }
}

type Definitions = Readonly<Record<string, JsonObject>>

function definitionsFor({ type }: LambdaTypeInfo): Definitions {
  const { definitions } = inputSchemaOf(type)
  return isJsonObject(definitions) ? (definitions as Definitions) : {}
}

function sharedAmong(all: readonly Definitions[]): Definitions {
  const shared = all.flatMap((definitions) =>
    Object.entries(definitions).filter(
      ([name]) => all.filter((other) => name in other).length > usesBeforeShared,
    ),
  )
  return Object.fromEntries(shared.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function objectsPage(definitions: Definitions): string {
  return [
    '# Objects',
    'What the parameters of many lambda types are made of. A field may be missing unless it says otherwise.',
    ...Object.entries(definitions).map(([name, schema]) =>
      definitionSection(name, schema, (other) => `#${other.toLowerCase()}`),
    ),
  ].join('\n\n')
}

function indexPage(types: readonly LambdaTypeInfo[]): string {
  const families = [...new Set(types.map(({ family }) => family))]
  return [
    '# Lambda types',
    'Every lambda type that FusionAuth documents, with its parameters, its rules and a template to begin with. [Objects](objects.md) has the fields that many of them share.',
    ...families.map((family) =>
      familySection(
        family,
        types.filter((info) => info.family === family),
      ),
    ),
  ].join('\n\n')
}

function familySection(family: string, types: readonly LambdaTypeInfo[]): string {
  const rows = types.map(({ type, purpose, since, upcoming, licence }) => {
    const version = upcoming ? `${since} (upcoming)` : since
    return `| [${type}](${type}.md) | ${purpose} | ${version} | ${licence ?? ''} |`
  })
  return [`## ${family}`, '', '| Type | What it is for | Since | Needs |', '|---|---|---|---|', ...rows].join(
    '\n',
  )
}
