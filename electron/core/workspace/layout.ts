import type { DraftPart } from '../../contract/models/draft.ts'

/** Where things are in a workspace: paths relative to its folder, as lists of parts. */
export type Place = readonly string[]

export const studioFilePlace: Place = ['studio.json']
export const lambdasPlace: Place = ['lambdas']
export const localIgnorePlace: Place = ['.studio', '.gitignore']
export const draftsPlace: Place = ['.studio', 'drafts']
export const trashPlace: Place = ['.studio', 'trash']

export function lambdaPlace(slug: string): Place {
  return [...lambdasPlace, slug]
}

export function bodyPlace(slug: string): Place {
  return [...lambdaPlace(slug), 'lambda.js']
}

export function settingsPlace(slug: string): Place {
  return [...lambdaPlace(slug), 'lambda.json']
}

export function casesPlace(slug: string): Place {
  return [...lambdaPlace(slug), 'cases']
}

export function casePlace(slug: string, name: string): Place {
  return [...casesPlace(slug), caseFileName(name)]
}

/** A case's file in the folder of its lambda's cases. */
export function caseFileName(name: string): string {
  return `${name}.json`
}

export function historyPlace(slug: string): Place {
  return ['.studio', 'history', slug]
}

export function snapshotPlace(slug: string, entry: string): Place {
  return [...historyPlace(slug), `${entry}.json`]
}

export function draftsOfLambdaPlace(slug: string): Place {
  return [...draftsPlace, slug]
}

export function draftPlace(slug: string, part: DraftPart): Place {
  const name = part.kind === 'body' ? 'body' : `case-${part.case}`
  return [...draftsOfLambdaPlace(slug), `${name}.json`]
}

export function settingsDraftPlace(slug: string | null): Place {
  return slug === null ? ['.studio', 'studio-draft.json'] : [...draftsOfLambdaPlace(slug), 'settings.json']
}

export function deletedPlace(id: string): Place {
  return [...trashPlace, id]
}
