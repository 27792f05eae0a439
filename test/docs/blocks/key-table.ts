import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { en } from '../../../renderer/messages/en.ts'

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer')

/** A command as the source offers it. */
interface OfferedCommand {
  readonly id: string
  readonly title: string
  readonly keys: string
  readonly windowKeys?: string
  /** The screen that it belongs to. */
  readonly screen?: string
}

/** A row for each command that has keys of the studio's own, in the order of their names. */
export function keyTable(): string {
  const commands = globSync('**/*.{ts,vue}', { cwd: renderer }).flatMap(commandsIn)
  const rows = commands
    .map((command) => ({ ...command, title: text(command.title) }))
    .toSorted(
      (one, other) =>
        one.title.localeCompare(other.title, 'en') ||
        (one.screen ?? '').localeCompare(other.screen ?? '', 'en'),
    )
    .map(
      ({ title, keys, windowKeys, screen }) =>
        `| ${title} | ${shown(keys)} | ${windowKeys ? shown(windowKeys) : ''} | ${screen ? `on ${text(`screen.${screen}`)}` : ''} |`,
    )
  return ['| does | keys | in a window of its own | where |', '|---|---|---|---|', ...rows].join('\n')
}

const text = (key: string): string => String((en as Record<string, unknown>)[key])

function shown(keys: string): string {
  return `\`${keys.replace(/^(Mod|Control)\b/, 'Ctrl').replaceAll('|', '\\|')}\``
}

/** Commands are objects with an id, a title and keys, wherever in the page's source they stand. */
function commandsIn(file: string): readonly OfferedCommand[] {
  const text = readFileSync(join(renderer, file), 'utf8')
  const script = file.endsWith('.vue') ? (/<script[^>]*>([^]*?)<\/script>/.exec(text)?.[1] ?? '') : text
  const found: OfferedCommand[] = []
  const visit = (node: ts.Node): void => {
    const command = ts.isObjectLiteralExpression(node) ? commandOf(node) : null
    if (command) found.push(command)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, script, ts.ScriptTarget.Latest))
  return found
}

function commandOf({ properties }: ts.ObjectLiteralExpression): OfferedCommand | null {
  const texts = new Map<string, string>()
  for (const property of properties)
    if (
      ts.isPropertyAssignment(property) &&
      ts.isIdentifier(property.name) &&
      ts.isStringLiteral(property.initializer)
    )
      texts.set(property.name.text, property.initializer.text)
  const [id, title, keys, windowKeys, screen] = ['id', 'title', 'keys', 'windowKeys', 'screen'].map((name) =>
    texts.get(name),
  )
  if (id === undefined || title === undefined || keys === undefined) return null
  return {
    id,
    title,
    keys,
    ...(windowKeys !== undefined && { windowKeys }),
    ...(screen !== undefined && { screen }),
  }
}
