import type { PlainMessageKey } from '../messages/translate.ts'
import type { Screen } from './screens-store.ts'

/** Something the user can do; buttons, keys, menus and the palette all lead here. */
export interface Command {
  /** The category, a dot and a name: for example `lambda.run`. */
  readonly id: string
  readonly title: PlainMessageKey
  readonly icon?: string
  /** The screen that it belongs to and applies on; without one it applies everywhere. */
  readonly screen?: Screen
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
  difference: 'category.difference',
  document: 'category.document',
  editor: 'category.editor',
  events: 'category.events',
  group: 'category.group',
  help: 'category.help',
  history: 'category.history',
  instance: 'category.instance',
  lambda: 'category.lambda',
  member: 'category.member',
  memberRun: 'category.memberRun',
  merge: 'category.merge',
  palette: 'category.palette',
  promotion: 'category.promotion',
  settings: 'category.settings',
  sync: 'category.sync',
  tab: 'category.tab',
  tests: 'category.tests',
  tour: 'category.tour',
  usage: 'category.usage',
  user: 'category.user',
  view: 'category.view',
  work: 'category.work',
  workspace: 'category.workspace',
}

/** What a command belongs to, by its id. */
export function categoryOf({ id }: Pick<Command, 'id'>): PlainMessageKey {
  return categories[id.split('.')[0] ?? ''] ?? 'category.other'
}
