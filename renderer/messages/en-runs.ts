/** The texts about a run and its result, in English. */
export const runTexts = {
  'changes.after': 'After',
  'changes.before': 'Before',
  'changes.none': 'Nothing changed',
  'changes.noneText': 'The arguments are the same after the run as before it.',
  'changes.notKept': 'Nothing is kept',
  'changes.notKeptText': 'The run did not complete, so what the lambda changed until then is lost.',
  'changes.path': 'Path',

  'command.run': 'Run lambda',
  'command.stop': 'Stop the run',

  'console.debug': 'Debug',
  'console.error': 'Error',
  'console.info': 'Info',
  'console.none': 'Nothing was written',
  'console.noneText': 'What the lambda writes with console.info, debug and error shows here.',

  'dropped.count': {
    one: '{count} write that FusionAuth discards',
    other: '{count} writes that FusionAuth discards',
  },
  'dropped.title': 'Discarded writes',

  'outcome.completed': 'Completed',
  'outcome.crashed': 'Crashed',
  'outcome.outOfMemory': 'Out of memory',
  'outcome.refused': 'Refused',
  'outcome.threw': 'Threw',
  'outcome.timedOut': 'Timed out',

  'requests.answer': 'Answer',
  'requests.method': 'Method',
  'requests.noRule': 'none',
  'requests.none': 'No requests',
  'requests.noneText': 'What the lambda fetches shows here, with the answer it got.',
  'requests.rule': 'Rule',
  'requests.ruleNumber': 'rule {number}',
  'requests.url': 'URL',

  'result.arguments': 'Arguments after',
  'result.changes': 'Changes',
  'result.console': 'Console',
  'result.duration': 'Time inside the lambda',
  'result.edited': 'Edited since this run',
  'result.heap': 'Heap after the run',
  'result.none': 'No run yet',
  'result.noneText': 'Run the lambda on the input to see what it changes, writes and fetches.',
  'result.problems': 'Problems',
  'result.requests': 'Requests',
  'result.running': 'The lambda runs',
  'result.title': 'Result',

  'run.again': 'Run again',
  'run.force': 'Run anyway',
  'run.run': 'Run',
  'run.stop': 'Stop',
} as const
