/** The texts of what the program around the page does, and of what is said where there is none, in English. */
export const desktopTexts = {
  'desktop.addOpener': 'Add a file that opens this workspace',
  'desktop.browse': 'Choose…',
  'desktop.checkForUpdate': 'Look for a newer version',
  'desktop.newWindow': 'New window',
  'desktop.noDialogs':
    'This page runs in a browser, which cannot show the folders of this machine: type the full path of the folder.',
  'desktop.noLambda': 'A link asks for the lambda {slug}, which this workspace does not have.',
  'desktop.noLambdaHint': 'It may have another name by now: look for it in the list.',
  'desktop.openFolder': 'Open folder…',
  'desktop.openerAdded': '{name} is in the folder now',
  'desktop.usualZoom': 'Usual zoom',
  'desktop.zoomIn': 'Zoom in',
  'desktop.zoomOut': 'Zoom out',
  'menu.file': 'File',
  'menu.help': 'Help',
  'menu.instance': 'Instance',
  'menu.lambda': 'Lambda',
  'menu.tests': 'Tests',
  'menu.view': 'View',
} as const
