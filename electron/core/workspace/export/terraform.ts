import type { LambdaWithId } from './export-lambdas.ts'

/** Terraform resources that describe the lambdas, for FusionAuth's provider. */
export function terraformOf(lambdas: readonly LambdaWithId[]): string {
  const labels = labelsOf(lambdas.map(({ slug }) => slug))
  return lambdas.map((lambda, at) => resourceOf(lambda, labels[at] ?? '')).join('\n')
}

function resourceOf({ id, name, type, engineType, debug, body }: LambdaWithId, label: string): string {
  return [
    `resource "fusionauth_lambda" "${label}" {`,
    ...(id === null ? [] : [`  lambda_id   = ${quoted(id)}`]),
    `  name        = ${quoted(name)}`,
    `  type        = ${quoted(type)}`,
    `  engine_type = ${quoted(engineType)}`,
    `  debug       = ${String(debug)}`,
    `  body        = ${isHeredoc(body) ? heredoc(body) : quoted(body)}`,
    '}',
    '',
  ].join('\n')
}

/** Each label once: slugs that differ in letters which labels do not take would come to the same. */
function labelsOf(slugs: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return slugs.map((slug) => {
    const label = labelOf(slug)
    let free = label
    for (let number = 2; used.has(free); number++) free = `${label}_${number}`
    used.add(free)
    return free
  })
}

/** A label takes letters, digits, underscores and hyphens, and starts with none of the last two kinds. */
function labelOf(slug: string): string {
  const label = slug.normalize('NFKD').replace(/[^A-Za-z0-9_-]/g, '_')
  return /^[A-Za-z]/.test(label) ? label : `lambda_${label}`
}

/** A heredoc holds whole lines only, and reads a carriage return as a part of the line's end. */
function isHeredoc(body: string): boolean {
  return body.endsWith('\n') && !body.includes('\r')
}

function heredoc(body: string): string {
  const marker = ['EOT', 'LAMBDA', 'END_OF_LAMBDA'].find(
    (each) => !body.split('\n').some((line) => line.trim() === each),
  )
  return marker === undefined ? quoted(body) : `<<${marker}\n${withoutTemplates(body)}${marker}`
}

function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `"${withoutTemplates(escaped)}"`
}

/** Keeps Terraform from reading JavaScript's `${...}` as its own. */
function withoutTemplates(text: string): string {
  return text.replace(/[$%]\{/g, (opening) => `${opening[0] ?? ''}${opening}`)
}
