import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './blocks/blocks.ts'

/** One line of a block of commands in a document. */
export interface DocumentedCommand {
  readonly document: string
  readonly line: string
}

/** The commands of a document: the lines of its `sh` blocks, with what is broken by a backslash put together. */
export function commandsOf(document: string): readonly DocumentedCommand[] {
  const text = readFileSync(join(root, document), 'utf8')
  return [...text.matchAll(/^```sh\n([^]*?)\n```$/gm)]
    .flatMap(([, block]) => block!.replaceAll(/\\\n\s*/g, '').split('\n'))
    .map((line) => line.replace(/\s+#.*$|^#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => ({ document, line }))
}

/** Commands that are not run by the tests, and why. */
export const notRun: Readonly<Record<string, string>> = {
  'npm ci': 'installs what the tests run on; the build server begins with it',
  'npm ci && npm start': 'installs first; test/e2e/start.test.ts runs what it starts',
  'npm ci && npm test': 'is what runs this',
  'npm test': 'is what runs this',
  'npm run check': 'takes minutes; the build server runs it before the tests',
}

/** Commands that go on until they are told to end. */
export const isServer = (line: string): boolean =>
  /^lambda-studio (demo|open)\b/.test(line) || / --(follow|watch)\b/.test(line)
