import type { PlainMessageKey } from '../messages/translate.ts'

/** One of the menus of the program: groups of commands by their ids. */
export interface Menu {
  readonly title: PlainMessageKey
  readonly groups: readonly (readonly string[])[]
}

/** The menus in the order that people know from other programs; what no command is there for is left out. */
export const menus: readonly Menu[] = [
  {
    title: 'menu.file',
    groups: [['lambda.new'], ['lambda.save', 'lambda.saveAll'], ['tab.close']],
  },
  {
    title: 'menu.lambda',
    groups: [
      ['lambda.run', 'lambda.stop'],
      ['lambda.history', 'lambda.changeType'],
    ],
  },
  {
    title: 'menu.tests',
    groups: [
      ['tests.all', 'tests.lambda', 'tests.failed'],
      ['tests.cancel', 'tests.watch'],
    ],
  },
  { title: 'menu.instance', groups: [['instance.sync', 'instance.events', 'instance.manage']] },
  { title: 'menu.view', groups: [['view.sideBar']] },
  { title: 'menu.help', groups: [] },
]
