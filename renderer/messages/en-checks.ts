/** The texts about what the checks find. */
export const checkTexts = {
  'checks.all': 'All checks',
  'checks.done': 'Done',
  'command.checks': 'Checks and what they mean',
  'problem.about': 'What {code} means',
  'problem.error': 'Error',
  'problem.info': 'Info',
  'problem.warning': 'Warning',
  'problems.none': 'No problems',
} as const
