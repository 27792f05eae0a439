/** The texts about tests, in English. */
export const testTexts = {
  'command.testAll': 'Run all tests',
  'command.testCancel': 'Cancel the test',
  'command.testFailed': 'Run failed tests again',
  'command.testLambda': 'Test this lambda',
  'command.testWatch': 'Test on save, on or off',

  'coverage.percent': '{percent} % covered',
  'coverage.short': '{percent} %',
  'coverage.title': 'Lines that the last test ran',

  'status.failing': { one: '{count} case fails', other: '{count} cases fail' },

  'test.failed': 'Failed',
  'test.passed': 'Passed',
  'test.skipped': 'Not tested',

  'tests.count': '{done} of {total}',
  'tests.failed': '{count} failed',
  'tests.none': 'No tests yet',
  'tests.noneFailed': 'No case fails.',
  'tests.noneText': 'Runs every case that expects something.',
  'tests.onlyFailed': 'Show failed cases only',
  'tests.passed': '{count} passed',
  'tests.progress': 'Progress of the test',
  'tests.results': 'Results',
  'tests.title': 'Tests',
  'tests.watch': 'Test on save',
} as const
