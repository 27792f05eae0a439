import { z } from 'zod'

/**
 * What the program says where no page can, in English: in dialogs of the system and in its own menus. The page tells
 * them in its language; `{version}` is filled in by the program.
 */
export const englishShellWords = {
  about: 'About Lambda Studio',
  cannotCheck: 'It could not be found out whether there is a newer version.',
  clearRecentDocuments: 'Clear Recent',
  close: 'Close Window',
  closeWindow: 'Close the window',
  copy: 'Copy',
  crashedOften: 'The page failed several times in a short while.',
  crashedOftenDetail: 'Text that was not saved is kept beside the workspace and comes back.',
  cut: 'Cut',
  delete: 'Delete',
  documentation: 'FusionAuth documentation of lambdas',
  download: 'Version {version} is there. Download it?',
  downloadDetail: 'You are asked again before it is installed.',
  downloadNow: 'Download',
  edit: 'Edit',
  file: 'File',
  front: 'Bring All to Front',
  help: 'Help',
  hide: 'Hide Lambda Studio',
  hideOthers: 'Hide Others',
  install: 'Version {version} is downloaded. Install it and start again?',
  installDetail: 'You are asked about text that is not saved.',
  installNow: 'Install',
  keepOpen: 'Keep the window open',
  later: 'Later',
  loadAgain: 'Load it again',
  minimize: 'Minimize',
  newest: 'This is the newest version.',
  notAnswering: 'The page does not answer.',
  notAnsweringDetail: 'Loading it again ends what it does. Text that was not saved comes back.',
  ok: 'OK',
  paste: 'Paste',
  pasteAndMatchStyle: 'Paste and Match Style',
  quit: 'Quit',
  recentDocuments: 'Open Recent',
  redo: 'Redo',
  selectAll: 'Select All',
  services: 'Services',
  stopAndClose: 'Stop and close',
  togglefullscreen: 'Toggle Full Screen',
  undo: 'Undo',
  unhide: 'Show All',
  wait: 'Wait',
  window: 'Window',
  writing: 'The studio is writing to an instance.',
  writingDetail: 'Closing the window stops that. What is written stays written, and can be undone.',
} as const

export type ShellWord = keyof typeof englishShellWords

export const shellWordKeys = Object.keys(englishShellWords) as readonly ShellWord[]

/** All of {@link englishShellWords} in one language. */
export const shellWords = z.record(z.enum(shellWordKeys), z.string().min(1).max(1000))
export type ShellWords = Readonly<z.infer<typeof shellWords>>
