import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { caseFile, expectation, property } from '../../../electron/contract/models/case.ts'
import { lambdaFile } from '../../../electron/contract/models/lambda.ts'
import { fetchRule } from '../../../electron/contract/models/run.ts'
import { runProblems } from '../../../electron/contract/models/run-problems.ts'
import { instanceEntry, studioFile } from '../../../electron/contract/models/workspace.ts'
import { keyTable } from './key-table.ts'
import { settingTable } from './setting-table.ts'
import { commandLineBlock } from './command-line.ts'
import { fieldTable } from './schema-fields.ts'

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..', '..')

/** The parts of documents that are made from the source, by the name that stands in their mark. */
const blocks: Readonly<Record<string, () => string | Promise<string>>> = {
  'command-line': commandLineBlock,
  'run-problems': runProblemTable,
  keys: keyTable,
  settings: settingTable,
  'studio.json': () => fieldTable('workspace.ts', 'studioFile', studioFile),
  instance: () => fieldTable('workspace.ts', 'instanceEntry', instanceEntry),
  'lambda.json': () => fieldTable('lambda.ts', 'lambdaFile', lambdaFile),
  case: () => fieldTable('case.ts', 'caseFile', caseFile),
  expectation: () => fieldTable('case.ts', 'expectation', expectation),
  property: () => fieldTable('case.ts', 'property', property),
  'fetch-rule': () => fieldTable('run.ts', 'fetchRule', fetchRule),
}

const marked = /(<!-- made from the source: (\S+) -->)\n[^]*?(<!-- end -->)/g

/** Every document that people read, relative to the project's folder. */
export function documents(): readonly string[] {
  return [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })]
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

/** The documents that have such parts, with these parts as they should be now. */
export async function documentsWithBlocks(): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>()
  for (const path of documents()) {
    const text = readFileSync(join(root, path), 'utf8')
    if (text.includes('<!-- made from the source: ')) made.set(path, await filled(path, text))
  }
  return made
}

async function filled(path: string, text: string): Promise<string> {
  let whole = text
  for (const [part, start, name, end] of text.matchAll(marked)) {
    const make = blocks[name!]
    if (!make) throw new Error(`${path} asks for ${name}, which is not made from the source.`)
    whole = whole.replace(part, `${start}\n\n${(await make()).replaceAll('$', '$$$$')}\n\n${end}`)
  }
  const options = await resolveConfig(join(root, path))
  return format(whole, { ...options, parser: 'markdown' })
}

function runProblemTable(): string {
  const rows = Object.entries(runProblems).map(
    ([code, { title, severity }]) => `| [${code}](${code}.md) | ${title} | ${severity} |`,
  )
  return ['| code | about | severity |', '|---|---|---|', ...rows].join('\n')
}
