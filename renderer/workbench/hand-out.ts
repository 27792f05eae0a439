import type { ExportedFile } from '../../electron/contract/models/exchange.ts'
import { download } from '../features/workspace/download.ts'
import { hasCapability } from '../shell/capabilities.ts'
import { studio } from '../studio.ts'

/**
 * Gives a file to the user: where they say in a dialog of the system, else as a download of the browser. False where
 * they do not want it after all.
 */
export async function handOut(file: ExportedFile): Promise<boolean> {
  if (hasCapability('nativeDialogs')) return studio.shell.saveFile(file)
  download(file)
  return true
}
