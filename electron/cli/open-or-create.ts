import { resolve } from 'node:path'
import type { StudioApi } from '../contract/api.ts'
import { StudioError } from '../contract/errors.ts'
import type { CommandContext } from './context.ts'

/** The workspace of the folder; the first lambda makes the folder one, for there is nothing else to set up. */
export async function openOrCreate(context: CommandContext, folder: string | undefined): Promise<StudioApi> {
  try {
    return await context.workspace(folder)
  } catch (thrown) {
    if (!(thrown instanceof StudioError) || thrown.code !== 'not-a-workspace') throw thrown
  }
  const studio = await context.studio()
  const { folder: created } = await studio.workspace.create(resolve(folder ?? '.'))
  context.output.tell(`Made a workspace in ${created}.`)
  return studio
}
