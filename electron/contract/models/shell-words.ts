import { z } from 'zod'

/**
 * What the program says where no page can, in English: in dialogs of the system and in its own menus. The page tells
 * them in its language; `{version}` is filled in by the program.
 */
export const englishShellWords = {
  documentation: 'FusionAuth documentation of lambdas',

  crashedOften: 'The page failed several times in a short while.',
  crashedOftenDetail: 'Text that was not saved is kept beside the workspace and comes back.',
  loadAgain: 'Load it again',
  closeWindow: 'Close the window',

  notAnswering: 'The page does not answer.',
  notAnsweringDetail: 'Loading it again ends what it does. Text that was not saved comes back.',
  wait: 'Wait',

  writing: 'The studio is writing to an instance.',
  writingDetail: 'Closing the window stops that. What is written stays written, and can be undone.',
  keepOpen: 'Keep the window open',
  stopAndClose: 'Stop and close',

  newest: 'This is the newest version.',
  cannotCheck: 'It could not be found out whether there is a newer version.',
  download: 'Version {version} is there. Download it?',
  downloadDetail: 'You are asked again before it is installed.',
  downloadNow: 'Download',
  install: 'Version {version} is downloaded. Install it and start again?',
  installDetail: 'You are asked about text that is not saved.',
  installNow: 'Install',
  later: 'Later',
  ok: 'OK',

  about: 'About Lambda Studio',
  services: 'Services',
  hide: 'Hide Lambda Studio',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  quit: 'Quit',

  file: 'File',
  recentDocuments: 'Open Recent',
  clearRecentDocuments: 'Clear Recent',
  close: 'Close Window',

  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteAndMatchStyle: 'Paste and Match Style',
  delete: 'Delete',
  selectAll: 'Select All',

  window: 'Window',
  togglefullscreen: 'Toggle Full Screen',
  minimize: 'Minimize',
  front: 'Bring All to Front',

  help: 'Help',
} as const

export type ShellWord = keyof typeof englishShellWords

export const shellWordKeys = Object.keys(englishShellWords) as readonly ShellWord[]

/** All of {@link englishShellWords} in one language. */
export const shellWords = z.record(z.enum(shellWordKeys), z.string().min(1).max(1000))
export type ShellWords = Readonly<z.infer<typeof shellWords>>
