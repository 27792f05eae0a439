import { shell } from 'electron'

/** Where the program may send the user: documents that it names itself. */
const documents = ['https://fusionauth.io/docs/']

/** Opens a document in the browser of the system; an address that is not among the known ones goes nowhere. */
export function openLink(address: string): void {
  // Compared as a browser reads it: without tricks of dots and names before an @.
  const { href } = URL.canParse(address) ? new URL(address) : { href: '' }
  if (documents.some((document) => href.startsWith(document))) void shell.openExternal(href)
}

export const lambdaDocuments = 'https://fusionauth.io/docs/extend/code/lambdas/'
