/** What the studio says of itself, in English. */
export const aboutTexts = {
  'about.noNotices': 'There are no notices beside this page; they are made with the build.',
  'about.notices': 'Third-party notices',
  'about.text': 'Version {version}. Passed on under the Apache License 2.0.',
  'about.title': 'Lambda Studio',
  'command.about': 'About Lambda Studio and third-party notices',
} as const
