import type { PlainMessageKey } from '../messages/translate.ts'

/** Something the user can do; buttons, keys, menus and the palette all lead here. */
export interface Command {
  /** The category, a dot and a name: for example `lambda.run`. */
  readonly id: string
  readonly title: PlainMessageKey
  readonly icon?: string
  /** The keys of the studio's own, such as `Mod+Enter`; the user may choose others. */
  readonly keys?: string
  /** Better keys, which a browser keeps for itself and a window of the studio's own does not. */
  readonly windowKeys?: string
  /** Keys that lead here too, as long as the user has chosen none. */
  readonly alsoKeys?: readonly string[]
  /** What it is about, such as a lambda's id where a menu was opened on it; without one, what is worked on. */
  readonly enabled?: (target?: string) => boolean
  readonly run: (target?: string) => void
}

const categories: Readonly<Record<string, PlainMessageKey>> = {
  case: 'category.case',
  editor: 'category.editor',
  group: 'category.group',
  help: 'category.help',
  instance: 'category.instance',
  lambda: 'category.lambda',
  palette: 'category.palette',
  settings: 'category.settings',
  tab: 'category.tab',
  tests: 'category.tests',
  view: 'category.view',
  workspace: 'category.workspace',
}

/** What a command belongs to, by its id. */
export function categoryOf({ id }: Pick<Command, 'id'>): PlainMessageKey {
  return categories[id.split('.')[0] ?? ''] ?? 'category.other'
}
