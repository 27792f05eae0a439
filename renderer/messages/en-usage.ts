/** The texts about where lambdas are used and assigned, in English. */
export const usageTexts = {
  'assign.assign': 'Assign',
  'assign.assignAt': 'Assign at {owner}: {place}',
  'assign.atOnce':
    'It takes effect at once. If somebody else changes the place meanwhile, nothing is written.',
  'assign.becomes': 'becomes',
  'assign.conflict': '{owner} was changed by somebody else; nothing was written.',
  'assign.conflictHint': 'What is there now shows below. Look again and decide.',
  'assign.nothing': 'none',
  'assign.readOnly': '{instance} is read-only in this workspace: nothing is written there.',
  'assign.replace': 'Replace',
  'assign.replaceAt': 'Replace at {owner}: {place}',
  'assign.take': 'Take away',
  'assign.takeFrom': 'Take away from {owner}: {place}',
  'assign.takeTitle': 'Take lambda away',
  'assign.text': 'This changes {instance}.',
  'assign.title': 'Assign lambda',

  'command.usage': 'Where used',

  'owner.application': 'Application',
  'owner.connector': 'Connector',
  'owner.identityProvider': 'Identity provider',
  'owner.tenant': 'Tenant',

  'usage.close': 'Close',
  'usage.count': { one: 'Used at {count} place.', other: 'Used at {count} places.' },
  'usage.look': 'Look where they are used',
  'usage.looking': 'Looking',
  'usage.noPlaces': 'Nothing to assign it to',
  'usage.noPlacesText':
    'The instance has no application, tenant, identity provider or connector that takes a lambda of this type.',
  'usage.nowhere': 'Not used',
  'usage.places': 'Places',
  'usage.pushFirst': 'It is not on the instance; push it to assign it.',
  'usage.title': 'Where used',
  'usage.unread': '{kind}: could not be looked through',
  'usage.unused': 'Not used anywhere yet.',
} as const
