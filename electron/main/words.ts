/** What the program says where no page can: in dialogs of the system and its own menu. In English. */
export const words = {
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
  download: (version: string): string => `Version ${version} is there. Download it?`,
  downloadDetail: 'You are asked again before it is installed.',
  downloadNow: 'Download',
  install: (version: string): string => `Version ${version} is downloaded. Install it and start again?`,
  installDetail: 'You are asked about text that is not saved.',
  installNow: 'Install',
  later: 'Later',
  ok: 'OK',
}
