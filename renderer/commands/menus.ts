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
    groups: [
      ['lambda.new', 'case.new', 'group.new', 'instance.add'],
      ['palette.places', 'workspace.openRecent', 'workspace.leave'],
      ['lambda.save', 'lambda.saveAll'],
      ['workspace.import', 'workspace.exportZip', 'workspace.exportKickstart', 'workspace.exportTerraform'],
      ['workspace.problems'],
      ['tab.close', 'tab.closeAll', 'tab.reopen'],
    ],
  },
  {
    title: 'menu.lambda',
    groups: [
      ['lambda.run', 'lambda.stop', 'lambda.sample', 'case.keep'],
      ['lambda.history', 'lambda.usage', 'difference.next', 'difference.previous'],
      ['lambda.changeType', 'lambda.rename', 'lambda.duplicate', 'lambda.delete'],
    ],
  },
  {
    title: 'menu.tests',
    groups: [
      ['tests.all', 'tests.lambda', 'case.test', 'tests.failed'],
      ['tests.cancel', 'tests.watch'],
    ],
  },
  {
    title: 'menu.instance',
    groups: [
      ['instance.sync', 'instance.promote', 'instance.events', 'instance.manage'],
      [
        'sync.push',
        'sync.reviewPush',
        'sync.pull',
        'sync.reviewPull',
        'sync.undoLast',
        'sync.undo',
        'sync.cancel',
      ],
      ['group.edit', 'member.add', 'memberRun.start', 'user.input'],
      ['instance.choose', 'instance.edit', 'instance.probe', 'instance.remove'],
    ],
  },
  {
    title: 'menu.view',
    groups: [
      ['palette.commands', 'view.problems', 'view.work'],
      ['view.lambdas', 'view.tests', 'view.groups', 'view.users', 'view.instances', 'view.types'],
      ['view.sideBar', 'view.split', 'view.otherSide', 'view.nextRegion', 'view.previousRegion'],
      ['tab.next', 'tab.previous', 'tab.moveLeft', 'tab.moveRight'],
      ['editor.largerText', 'editor.smallerText', 'editor.usualText'],
      [
        'view.theme-system',
        'view.theme-light',
        'view.theme-dark',
        'view.theme-contrast-light',
        'view.theme-contrast-dark',
      ],
    ],
  },
  {
    title: 'menu.help',
    groups: [
      ['settings.show', 'settings.shortcuts', 'help.checks', 'help.tour'],
      ['help.openLogFolder', 'help.copyDiagnostics'],
      ['help.about'],
    ],
  },
]
