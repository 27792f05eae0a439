import type { WorkspaceProblem } from '../../../electron/contract/models/workspace.ts'

/** Whose settings: a lambda's by its slug, or the workspace's for null. */
export interface SettingsOwner {
  readonly slug: string | null
}

/** Whose settings file a problem is about; none where it is about something else. */
export function settingsOwner({ file, slug }: WorkspaceProblem): SettingsOwner | undefined {
  if (file === 'studio.json') return { slug: null }
  return slug !== undefined && file === `lambdas/${slug}/lambda.json` ? { slug } : undefined
}
