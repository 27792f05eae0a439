import type { JsonObject } from '../../contract/json.ts'
import type { LambdaTypeInfo, ParameterInfo, WriteRule } from '../../contract/models/lambda-type.ts'
import { definitionSection, typeName } from './documentation-fields.ts'
import type { LinkOf } from './documentation-fields.ts'
import { inputSchemaOf } from './input-schema.ts'

/** The page of one lambda type, with the definitions that belong to it alone. */
export function lambdaTypePage(
  info: LambdaTypeInfo,
  definitions: readonly (readonly [string, JsonObject])[],
  linkOf: LinkOf,
): string {
  return [
    `# ${info.displayName}`,
    info.purpose,
    factsTable(info),
    section('When it runs', [info.runsWhen, ...notRunText(info.notRunWhen)].join('\n\n')),
    section(
      'Where it is assigned',
      list(info.assignedAt.map(({ ui, apiField }) => `${ui} (\`${apiField}\`)`)),
    ),
    section('Parameters', parametersTable(info, linkOf)),
    ...definitions.map(([name, schema]) => definitionSection(name, schema, linkOf)),
    section('Rules', list(ruleLines(info))),
    section('What FusionAuth does afterwards', consequencesText(info)),
    section('Good to know', list(info.quirks)),
    section('Template', code('js', info.template)),
    section('Samples', samplesText(info)),
    section('Sources', list([`<${info.documentation}>`, ...info.sources])),
  ].join('\n\n')
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}`
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

function code(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

function json(value: unknown): string {
  return code('json', JSON.stringify(value, null, 2))
}

function factsTable(info: LambdaTypeInfo): string {
  const names = info.parameters.map(({ name }) => name).join(', ')
  const facts = [
    ['Type', `\`${info.type}\``],
    ...info.aliases.map((alias) => ['Also called', `\`${alias}\``]),
    ['Function', `\`${info.functionName}(${names})\``],
    ['Since', info.upcoming ? `${info.since}, which is not released yet` : info.since],
    ['Needs', info.licence ?? 'no paid feature of its own; `fetch` needs Essentials or Enterprise'],
    ['Return value', info.returnValue],
  ]
  return ['| | |', '|---|---|', ...facts.map(([name, value]) => `| ${name} | ${value} |`)].join('\n')
}

function notRunText(cases: readonly string[]): readonly string[] {
  return cases.length === 0 ? [] : [`It does not run:\n\n${list(cases)}`]
}

function parametersTable({ type, parameters }: LambdaTypeInfo, linkOf: LinkOf): string {
  const { properties } = inputSchemaOf(type)
  const fields = properties as JsonObject
  const rows = parameters.map((parameter) => {
    const shape = typeName(fields[parameter.name], linkOf)
    return `| \`${parameter.name}\` | ${shape} | ${parameter.mutability} | ${parameterMeaning(parameter)} |`
  })
  return ['| Parameter | Type | | Meaning |', '|---|---|---|---|', ...rows].join('\n')
}

function parameterMeaning({ meaning, since, mayBeUndefined }: ParameterInfo): string {
  return [meaning, mayBeUndefined ? 'May be undefined.' : '', since === null ? '' : `Since ${since}.`]
    .filter(Boolean)
    .join(' ')
}

/** The sample that the example case runs on, with what it expects; the others by name. */
function samplesText({ samples, exampleCase }: LambdaTypeInfo): string {
  const shown = samples.find(({ input }) => input === exampleCase.input)
  const others = samples.filter((sample) => sample !== shown)
  return [
    `${shown?.name ?? 'A case'}:`,
    json(exampleCase.input),
    'A case with this input and the template passes when it expects:',
    json(exampleCase.expect ?? {}),
    `Also in the studio:\n\n${list(others.map(({ name }) => name))}`,
  ].join('\n\n')
}

function ruleLines({ rules, parameters }: LambdaTypeInfo): readonly string[] {
  const readOnly = parameters.filter(({ mutability }) => mutability === 'read-only')
  const names = readOnly.map(({ name }) => `\`${name}\``).join(', ')
  return [
    ...reservedLine(rules.filter(({ kind }) => kind === 'reserved')),
    ...rules.filter(({ kind }) => kind !== 'reserved').map(({ path, message }) => `\`${path}\`: ${message}`),
    ...(names ? [`What a lambda writes to ${names} is not kept.`] : []),
  ]
}

function reservedLine(rules: readonly WriteRule[]): readonly string[] {
  const paths = rules.map(({ path }) => `\`${path}\``).join(', ')
  return paths ? [`${paths}: FusionAuth sets these itself and drops what a lambda does to them.`] : []
}

function consequencesText({ consequences }: LambdaTypeInfo): string {
  return list([
    `When the lambda completes: ${consequences.completed.message}`,
    `When it throws: ${consequences.threw.message}`,
  ])
}
