import { aboutTexts } from './en-about.ts'
import { caseTexts } from './en-cases.ts'
import { checkTexts } from './en-checks.ts'
import { commandTexts } from './en-commands.ts'
import { desktopTexts } from './en-desktop.ts'
import { eventLogTexts } from './en-event-log.ts'
import { directoryCommandTexts } from './en-directory-commands.ts'
import { groupTexts } from './en-groups.ts'
import { instanceCommandTexts } from './en-instance-commands.ts'
import { instanceTexts } from './en-instances.ts'
import { memberRunTexts } from './en-member-runs.ts'
import { memberTexts } from './en-members.ts'
import { promotionTexts } from './en-promotion.ts'
import { roleTexts } from './en-roles.ts'
import { runTexts } from './en-runs.ts'
import { settingTexts } from './en-settings.ts'
import { shellTexts } from './en-shell.ts'
import { syncTexts } from './en-sync.ts'
import { testTexts } from './en-tests.ts'
import { tourTexts } from './en-tour.ts'
import { typeTexts } from './en-types.ts'
import { usageTexts } from './en-usage.ts'
import { userTexts } from './en-users.ts'
import { workTexts } from './en-work.ts'
import { workspaceTexts } from './en-workspace.ts'

/** Every text that the user sees, in English. `{names}` are filled in; `count` chooses the plural form. */
export const en = {
  ...aboutTexts,
  ...caseTexts,
  ...checkTexts,
  ...commandTexts,
  ...desktopTexts,
  ...eventLogTexts,
  ...directoryCommandTexts,
  ...groupTexts,
  ...instanceCommandTexts,
  ...instanceTexts,
  ...memberRunTexts,
  ...memberTexts,
  ...promotionTexts,
  ...roleTexts,
  ...runTexts,
  ...settingTexts,
  ...shellTexts,
  ...syncTexts,
  ...testTexts,
  ...tourTexts,
  ...typeTexts,
  ...usageTexts,
  ...userTexts,
  ...workTexts,
  ...workspaceTexts,

  'body.editor': 'Body of {name}',
  'body.title': 'Lambda',

  'change.added': 'Added',
  'change.changed': 'Changed',
  'change.removed': 'Removed',

  'command.largerText': 'Larger editor text',
  'command.sideBar': 'Show or hide the side bar',
  'command.smallerText': 'Smaller editor text',
  'command.usualText': 'Usual editor text size',

  'connection.lost': 'The studio does not answer.',
  'connection.lostHint': 'Your text is kept in this page. It connects by itself once the studio runs again.',
  'connection.retry': 'Try now',

  'copy.denied': 'The browser does not let the studio copy.',
  'copy.deniedHint': 'Let this page use the clipboard, or select the text and copy it yourself.',
  'copy.done': 'Copied',
  'copy.label': 'Copy {what}',

  'dialog.cancel': 'Cancel',

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

  'place.go': 'Go to',
  'place.line': 'line {line}',
  'place.lineColumn': '{line}:{column}',

  'rename.description': 'The name that FusionAuth shows.',
  'rename.rename': 'Rename',
  'rename.taken': 'Another lambda has this name.',
  'rename.title': 'Rename lambda',

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
} as const
