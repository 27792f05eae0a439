import { commandTexts } from './en-commands.ts'
import { desktopTexts } from './en-desktop.ts'
import { directoryTexts } from './en-directory.ts'
import { instanceTexts } from './en-instances.ts'
import { settingTexts } from './en-settings.ts'
import { tourTexts } from './en-tour.ts'
import { workTexts } from './en-work.ts'
import { workspaceTexts } from './en-workspace.ts'

/** Every text that the user sees, in English. `{names}` are filled in; `count` chooses the plural form. */
export const en = {
  ...commandTexts,
  ...desktopTexts,
  ...directoryTexts,
  ...instanceTexts,
  ...settingTexts,
  ...tourTexts,
  ...workTexts,
  ...workspaceTexts,

  'body.editor': 'Body of {name}',
  'body.title': 'Lambda',

  'change.added': 'Added',
  'change.changed': 'Changed',
  'change.removed': 'Removed',

  'changeType.change': 'Change type',
  'changeType.description': 'The body and the input stay as they are.',
  'changeType.misfits': 'What will no longer fit',
  'changeType.title': 'Change type',

  'changes.after': 'After',
  'changes.before': 'Before',
  'changes.none': 'Nothing changed',
  'changes.noneText': 'The arguments are the same after the run as before it.',
  'changes.path': 'Path',

  'command.changeType': 'Change type',
  'command.largerText': 'Larger editor text',
  'command.newLambda': 'New lambda',
  'command.run': 'Run lambda',
  'command.sideBar': 'Show or hide the side bar',
  'command.smallerText': 'Smaller editor text',
  'command.stop': 'Stop the run',
  'command.usualText': 'Usual editor text size',

  'connection.lost': 'The studio does not answer.',
  'connection.lostHint': 'Your text is kept in this page. It connects by itself once the studio runs again.',
  'connection.retry': 'Try now',

  'console.debug': 'Debug',
  'console.error': 'Error',
  'console.info': 'Info',
  'console.none': 'Nothing was written',
  'console.noneText': 'What the lambda writes with console.info, debug and error shows here.',

  'dialog.cancel': 'Cancel',

  'dropped.count': {
    one: '{count} write that FusionAuth discards',
    other: '{count} writes that FusionAuth discards',
  },
  'dropped.title': 'Discarded writes',

  'editor.failed': 'The code editor could not be loaded. Load the page again; your text is kept.',
  'editor.loading': 'Loading the code editor',

  'input.detail': 'JSON',
  'input.editor': 'Input as JSON',
  'input.empty': 'The input is empty.',
  'input.emptyHint': 'Choose a sample, or write an object with a key for each parameter.',
  'input.notAnObject': 'The input is no object.',
  'input.notAnObjectHint': 'Write an object in braces with a key for each parameter, such as "user".',
  'input.notJson': 'The input is not JSON: line {line}, column {column}.',
  'input.notJsonHint': 'A run is not sent until it is.',
  'input.samples': 'Samples',
  'input.title': 'Input',

  'lambda.deleted': '{name} is deleted',
  'lambda.failed': 'Its last run did not complete',
  'lambda.undo': 'Undo',

  'lambdas.filter': 'Filter',
  'lambdas.noMatch': 'No lambda matches “{filter}”.',
  'lambdas.title': 'Lambdas',

  'misfit.function': 'The function must be named {wants}; it is {has}.',
  'misfit.order': 'The parameters come in another order: {wants}.',
  'misfit.parameter': '{name} is not passed to this type.',

  'newLambda.about': 'About the type',
  'newLambda.create': 'Create',
  'newLambda.description': 'Choose what it is for; it starts from a template that runs.',
  'newLambda.name': 'Name',
  'newLambda.noMatch': 'No type matches.',
  'newLambda.search': 'Search types',
  'newLambda.title': 'New lambda',
  'newLambda.types': 'Lambda types',

  'outcome.completed': 'Completed',
  'outcome.crashed': 'Crashed',
  'outcome.outOfMemory': 'Out of memory',
  'outcome.refused': 'Refused',
  'outcome.threw': 'Threw',
  'outcome.timedOut': 'Timed out',

  'place.go': 'Go to',
  'place.line': 'line {line}',
  'place.lineColumn': '{line}:{column}',

  'problem.error': 'Error',
  'problem.info': 'Info',
  'problem.warning': 'Warning',

  'problems.none': 'No problems',

  'rename.description': 'The name that FusionAuth shows.',
  'rename.rename': 'Rename',
  'rename.taken': 'Another lambda has this name.',
  'rename.title': 'Rename lambda',

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

  'shell.activities': 'Activities',
  'shell.overlays': 'Dialogs and messages',

  'snippet.callApi': 'Call an API and use its answer; fetch waits and throws where it fails',
  'snippet.copyClaim': 'Copy a claim of the identity provider into the user where it is there',
  'snippet.denyLogin': 'Deny the login with a message; do not throw',
  'snippet.guardRegistration': 'Leave where the user is not registered for the application',
  'snippet.logError': 'Write an error to the event log',
  'snippet.mapGroups': 'Turn the names of groups into roles',
  'snippet.mapRoles': 'Put the roles of the registration into the token',
  'snippet.readData': 'Read custom data step by step, as it may be missing',
  'snippet.readSecret': 'Read a secret of Key Master; since 1.64.0',

  'start.text':
    'A lambda changes what FusionAuth puts into tokens, users and answers. Start from a template.',
  'start.title': 'No lambda is open',

  'status.cursor': 'Ln {line}, Col {column}',
  'status.errors': { one: '{count} error', other: '{count} errors' },
  'status.language': 'ES{year}',
  'status.offline': 'Not connected',
  'status.ready': 'Sandbox ready',
  'status.restarting': 'Sandbox restarts',
  'status.title': 'Status',
  'status.version': 'v{version}',
  'status.warnings': { one: '{count} warning', other: '{count} warnings' },

  'tabs.close': 'Close {name}',
  'tabs.title': 'Open lambdas',

  'theme.dark': 'Dark',
  'theme.light': 'Light',
  'theme.system': 'As the system',
  'theme.title': 'Theme',

  'type.argument': 'Argument',
  'type.arguments': 'Arguments',
  'type.assigned': 'Where it is assigned',
  'type.completed': 'When it completes',
  'type.documentation': 'FusionAuth’s page about this type',
  'type.dropped': 'Discarded',
  'type.facts': 'When it runs',
  'type.kept': 'Kept',
  'type.mayBeUndefined': 'May be undefined.',
  'type.meaning': 'Meaning',
  'type.name': 'Name in the API',
  'type.needs': 'Needs',
  'type.notRun': 'Does not run',
  'type.quirks': 'Good to know',
  'type.rules': 'Writes that FusionAuth discards or limits',
  'type.runs': 'Runs',
  'type.since': 'Since',
  'type.template': 'Template',
  'type.threw': 'When it throws',
  'type.unknown': 'not in the catalogue; runs by generic rules',
  'type.upcoming': '{since}, not released yet',
  'type.use': 'New lambda',
  'type.writes': 'Writes',

  'types.title': 'Lambda types',
} as const
