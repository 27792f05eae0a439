import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import { StudioError } from '../../contract/errors.ts'
import { exportedFile } from '../../contract/models/exchange.ts'
import type { Capabilities } from '../../contract/models/host.ts'
import { settingOf, settingValue } from '../../contract/models/setting.ts'
import { menuSection } from '../../contract/models/shell.ts'
import { shellWords } from '../../contract/models/shell-words.ts'
import { say, type HostText, type Worded } from '../../contract/words.ts'
import type { ShellPort } from '../ports.ts'

const folder = z.string().refine(isAbsolute, 'must be the full path of a folder')

const percent = settingValue(settingOf('appearance.zoom')).pipe(z.number())

/** The calls that the program around the page answers; a host without one refuses those that it cannot carry out. */
export function shellCalls(shell: ShellPort = noShell): CheckedApi<StudioApi>['shell'] {
  return {
    chooseFolder: checked([], () => shell.chooseFolder()),
    saveFile: checked([exportedFile], (file) => shell.saveFile(file)),
    placeWorkspace: checked([folder], (path) => shell.placeWorkspace(path)),
    openWindow: checked([], () => shell.openWindow()),
    showMenu: checked([z.array(menuSection).max(50)], (sections) => shell.showMenu(sections)),
    speak: checked([shellWords], (words) => shell.speak(words)),
    markUnsaved: checked([z.boolean()], (unsaved) => shell.markUnsaved(unsaved)),
    answerClosing: checked([z.boolean()], (mayClose) => shell.answerClosing(mayClose)),
    addOpener: checked([], () => shell.addOpener()),
    takeArrivals: checked([], () => shell.takeArrivals()),
    checkForUpdate: checked([], () => shell.checkForUpdate()),
    zoom: checked([percent], (value) => shell.zoom(value)),
  }
}

const noShell: ShellPort = {
  chooseFolder: refuse(
    'nativeDialogs',
    say`has no dialogs of the system`,
    'Type the full path of the folder.',
  ),
  saveFile: refuse('nativeDialogs', say`has no dialogs of the system`, 'Let the browser download the file.'),
  placeWorkspace: () => Promise.resolve('here'),
  openWindow: refuse(
    'manyWindows',
    say`has one page`,
    'Open another with lambda-studio open <dir> --browser.',
  ),
  showMenu: refuse('nativeMenu', say`has no menu of the system`, 'The command palette has every command.'),
  speak: refuse('nativeMenu', say`has no menu of the system`, 'The page speaks its own language.'),
  markUnsaved: refuse('manyWindows', say`has no window of its own`, 'The title of the page says it.'),
  answerClosing: refuse(
    'manyWindows',
    say`has no window of its own`,
    'The browser asks before a page closes.',
  ),
  addOpener: refuse(
    'manyWindows',
    say`is not what files are opened with`,
    'Bookmark lambda-studio open <dir>.',
  ),
  takeArrivals: () => Promise.resolve([]),
  checkForUpdate: refuse('updates', say`does not update itself`, 'Update it the way it was installed.'),
  zoom: refuse('zoom', say`does not zoom`, 'The browser does: Ctrl or Cmd with plus, minus and 0.'),
}

function refuse(capability: keyof Capabilities, why: Worded, hint: HostText): () => Promise<never> {
  const message = say`This host ${why} (capability ${capability}).`
  return () => Promise.reject(new StudioError({ code: 'not-offered', message, hint }))
}
