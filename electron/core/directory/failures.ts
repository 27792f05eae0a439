import { StudioError } from '../../contract/errors.ts'
import { say } from '../../contract/words.ts'

/** Groups and members that are not there, or not for this key or tenant. */
export function groupNotFound(id: string): StudioError {
  return new StudioError({
    code: 'group-not-found',
    message: say`There is no group ${id} that this key may see.`,
    hint: 'It was deleted meanwhile, or belongs to another tenant; list the groups again.',
  })
}

export function userNotFound(id: string): StudioError {
  return new StudioError({
    code: 'user-not-found',
    message: say`There is no user ${id} that this key may see.`,
    hint: 'The user was deleted meanwhile, or belongs to another tenant; search again.',
  })
}

export function jobNotFound(id: string): StudioError {
  return new StudioError({
    code: 'job-not-found',
    message: say`There is no job ${JSON.stringify(id.slice(0, 80))} of this kind.`,
    hint: 'Only the last ones are remembered; start it again.',
  })
}
