import type { PlanEntry, SyncReason } from '../../contract/models/sync.ts'
import { said, say, type HostText } from '../../contract/words.ts'
import type { PlannedEntry } from './plan.ts'

/** Gives an entry its words. */
export function withWords(entry: PlannedEntry, instance: string): PlanEntry {
  return said<PlanEntry>({ ...entry, message: sayings[entry.reason](entry, instance) })
}

type Saying = (entry: PlannedEntry, instance: string) => HostText

const sayings: Readonly<Record<SyncReason, Saying>> = {
  'in-step': () => 'In step.',
  'equal-without-base': () => 'Both sides are equal, and were not noted as in step yet.',
  'equal-by-name': (_entry, instance) =>
    say`A lambda of the same name, type and content is on ${instance}; it is likely the same one.`,
  'changed-here': () => 'Changed here since both sides were in step.',
  'changed-there': (_entry, instance) => say`Changed on ${instance} since both sides were in step.`,
  'renamed-here': () => 'Has another name here since both sides were in step.',
  'renamed-there': (_entry, instance) => say`Has another name on ${instance} since both sides were in step.`,
  'only-here': ({ id }, instance) =>
    id === null
      ? say`Is not on ${instance} yet.`
      : say`Is not on ${instance}, although it has an id there: it was not created yet, or deleted before this workspace knew.`,
  'only-there': (_entry, instance) => say`Is on ${instance} and not in this workspace.`,
  'deleted-here': () => 'Was deleted here, and not changed there since both sides were in step.',
  'deleted-there': (_entry, instance) =>
    say`Was deleted on ${instance}, and not changed here since both sides were in step.`,
  'changed-on-both-sides': () => 'Changed on both sides since they were in step.',
  'differs-without-base': () =>
    'Differs, and both sides were never noted as in step: nobody knows which is newer.',
  'id-taken': ({ id }, instance) => say`The id ${id ?? ''} belongs to another lambda on ${instance}.`,
  'name-taken': (_entry, instance) =>
    say`Has no id on ${instance}, and a lambda of its name and type is there with another content.`,
  'name-ambiguous': (_entry, instance) =>
    say`Has no id on ${instance}, and which lambda of its name and type there is the same one cannot be told.`,
  'deleted-there-changed-here': (_entry, instance) => say`Was deleted on ${instance} and changed here.`,
  'deleted-here-changed-there': (_entry, instance) => say`Was deleted here and changed on ${instance}.`,
  'type-differs': (_entry, instance) =>
    say`Has another type on ${instance}, and FusionAuth never changes the type of a lambda.`,
  'id-shared': ({ id }) =>
    say`Several lambdas of this workspace have the id ${id ?? ''}; all but one must give it up.`,
  'unreadable-here': (_entry, instance) =>
    say`Is on ${instance}, and may be a lambda of this workspace that cannot be read at the moment.`,
  'unknown-type': ({ type, slug }) =>
    slug === null
      ? say`Is only there, and its type ${type} is not in the catalogue: it can be kept and pushed, and runs by generic rules.`
      : say`Is only here, and its type ${type} is not in the catalogue: the instance may not know it.`,
}
