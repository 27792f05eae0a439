/** The texts about roles and who gains or loses them, in English. */
export const roleTexts = {
  'roleChange.ask': 'Show who gains or loses roles',
  'roleChange.asking': 'Comparing roles',
  'roleChange.bound': {
    one: 'The first {examined} of {count} person were compared.',
    other: 'The first {examined} of {count} people were compared.',
  },
  'roleChange.gain': { one: '{count} person gains roles', other: '{count} people gain roles' },
  'roleChange.gainCount': { one: '{count} gains', other: '{count} gain' },
  'roleChange.gains': 'Gains',
  'roleChange.hidePeople': 'Hide people',
  'roleChange.lose': { one: '{count} person may lose roles', other: '{count} people may lose roles' },
  'roleChange.loseCount': { one: '{count} loses', other: '{count} lose' },
  'roleChange.loses': 'Loses',
  'roleChange.mayLose': 'May lose',
  'roleChange.mayLoseCount': { one: '{count} may lose', other: '{count} may lose' },
  'roleChange.none': {
    one: 'Nobody gains or loses a role ({count} person compared).',
    other: 'Nobody gains or loses a role ({count} people compared).',
  },
  'roleChange.notById': {
    one: '{count} user is given by e-mail and looked up when added; it is not compared here.',
    other: '{count} users are given by e-mail and looked up when added; they are not compared here.',
  },
  'roleChange.people': 'People and their roles',
  'roleChange.showPeople': 'Show people',
  'roleChange.title': 'Who gains or loses roles',
  'roleChange.unsure':
    'May lose: FusionAuth tells a registration’s own roles together with those of groups, so the person may keep the role.',

  'roles.filter': 'Search roles',
  'roles.noMatch': 'No role matches.',
  'roles.super': 'super role',
} as const
