import type { ExportedFile } from '../../electron/contract/models/exchange.ts'
import { download } from '../features/workspace/download.ts'
import { hasCapability } from '../shell/capabilities.ts'
import { studio } from '../studio.ts'

/** Gives a file to the user: where they say in a dialog of the system, else as a download of the browser. */
export async function handOut(file: ExportedFile): Promise<void> {
  if (hasCapability('nativeDialogs')) await studio.shell.saveFile(file)
  else download(file)
}
