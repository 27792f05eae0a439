/** The texts of the tour. */
export const tourTexts = {
  'command.tour': 'Go on with the tour',

  'tour.back': 'Back',
  'tour.compare.did': 'Compared.',
  'tour.compare.text':
    'Under Instances, the workspace is compared with the demo, a FusionAuth of its own on this machine. Choose a lambda to see what differs.',
  'tour.compare.title': 'See what a push would change',
  'tour.count': 'Step {step} of {count}.',
  'tour.end': 'That is the whole way: run, keep, compare, push. The push can be taken back under Undo.',
  'tour.finish': 'Finish',
  'tour.keep.did': 'Kept.',
  'tour.keep.text':
    'Keep the run as a case. From now on a test tells when the lambda does something else with this input.',
  'tour.keep.title': 'Keep it as a case',
  'tour.leave': 'Leave the tour',
  'tour.next': 'Next',
  'tour.push.did': 'Pushed.',
  'tour.push.text':
    'Push puts the lambda on the instance. It is checked and tested before, and can be taken back after.',
  'tour.push.title': 'Push it',
  'tour.run.did': 'It ran.',
  'tour.run.text':
    'Run the lambda on a sample. No server is needed: it runs on this machine by the rules of FusionAuth.',
  'tour.run.title': 'Run a lambda',
  'tour.show': 'Show me',
  'tour.title': 'Tour',
} as const
