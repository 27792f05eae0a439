import colors from 'picocolors'
import type { LambdaTypeInfo } from '../contract/models/lambda-type.ts'

/** The catalogue as a list by family. */
export function typeListText(types: readonly LambdaTypeInfo[]): string {
  const width = Math.max(...types.map(({ type }) => type.length))
  const families = Map.groupBy(types, ({ family }) => family)
  return [...families]
    .map(([family, members]) =>
      [colors.bold(family), ...members.map((type) => lineOf(type, width))].join('\n'),
    )
    .join('\n\n')
}

function lineOf({ type, purpose, upcoming }: LambdaTypeInfo, width: number): string {
  return `  ${colors.cyan(type.padEnd(width))}  ${purpose}${upcoming ? colors.dim(' (upcoming)') : ''}`
}

/** Everything about one type. */
export function typeText(info: LambdaTypeInfo): string {
  const signature = `function ${info.functionName}(${info.parameters.map(({ name }) => name).join(', ')})`
  return [
    `${colors.bold(info.displayName)} ${colors.dim(info.type)}`,
    info.purpose,
    '',
    colors.cyan(signature),
    ...info.parameters.map(({ name, mutability, meaning, since }) =>
      [`  ${name}`, colors.dim(`${mutability}${since ? `, since ${since}` : ''}`), meaning].join('  '),
    ),
    '',
    `Runs: ${info.runsWhen}`,
    `Since FusionAuth ${info.since}.${info.licence ? ` Needs: ${info.licence}.` : ''}`,
    ...(info.reserved.length > 0 ? [`Reserved: ${info.reserved.join(', ')}.`] : []),
    ...info.assignedAt.map(({ ui, apiField }) => `Assigned at: ${ui} (${apiField})`),
    ...info.quirks.map((quirk) => `Mind: ${quirk}`),
    '',
    colors.dim('Template'),
    info.template.trimEnd(),
  ].join('\n')
}
