import { basename, extname } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { ExportedFile } from '../contract/models/exchange.ts'
import { writeAtomically } from '../core/workspace/atomic-write.ts'
import { fileFailure } from '../core/workspace/file-failure.ts'

/**
 * Has the user choose where a file goes, and writes it there; false where they chose no place.
 * @throws StudioError `disk-full`, `not-writable` and others of the file system
 */
export async function saveFile(window: BrowserWindow, file: ExportedFile): Promise<boolean> {
  const name = basename(file.fileName)
  const ending = extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    ...(ending && { filters: [{ name: ending.toUpperCase(), extensions: [ending] }] }),
  })
  if (canceled || filePath === '') return false
  await writeAtomically(filePath, Buffer.from(file.content, file.encoding)).catch((thrown: unknown) => {
    throw fileFailure(thrown, 'written', filePath)
  })
  return true
}

/** Has the user choose a folder; null where they chose none. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const properties = ['openDirectory' as const, 'createDirectory' as const]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties })
  return canceled ? null : (filePaths[0] ?? null)
}
