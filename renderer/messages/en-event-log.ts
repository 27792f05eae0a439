/** The texts about event logs, in English. */
export const eventLogTexts = {
  'command.eventLog': 'Show the event log',

  'eventLog.allLambdas': 'All lambdas',
  'eventLog.allLevels': 'All levels',
  'eventLog.debug': 'Debug',
  'eventLog.error': 'Error',
  'eventLog.follow': 'Follow',
  'eventLog.information': 'Information',
  'eventLog.lambda': 'Lambda',
  'eventLog.level': 'Level',
  'eventLog.noMatch': 'No entry matches',
  'eventLog.noMatchText': 'There may be others: entries are left out by lambda, level or text.',
  'eventLog.none': 'No entries',
  'eventLog.noneText': 'Lambdas write here when they run with debug on, and when they fail.',
  'eventLog.partial': 'There are older entries; narrow the log to see them.',
  'eventLog.readAgain': 'Read again',
  'eventLog.reading': 'Reading the event log',
  'eventLog.search': 'Search',
  'eventLog.showAll': 'Show all entries',
  'eventLog.title': 'Event log',
  'eventLog.unfollow': 'Following',
} as const
