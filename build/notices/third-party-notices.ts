import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { packageFolderOf, packedFolders, readPackage } from './installed-package.ts'
import { noticesText } from './notices-text.ts'

const noticesFile = 'THIRD-PARTY-NOTICES.txt'

/** What is in the page without being a module of it: styles, fonts, icons; and what the program runs on. */
const besides = [
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@iconify-json/lucide',
  'electron',
  'monaco-editor',
  'tailwindcss',
]

/** Puts the licences of all that is passed on beside the page: of what is in it, and of what is packed with the program. */
export function thirdPartyNotices(root: string): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle() {
      const inPage = [...this.getModuleIds()].flatMap((module) => packageFolderOf(module) ?? [])
      const named = besides.map((name) => join(root, 'node_modules', name))
      const folders = new Set([...inPage, ...named, ...packedFolders(root)])
      this.emitFile({
        type: 'asset',
        fileName: noticesFile,
        source: noticesText([...folders].map(readPackage)),
      })
    },
    /** What is put beside the installed program is not in its archive, so that is another file than the page's. */
    writeBundle({ dir = '.' }) {
      copyFileSync(join(dir, noticesFile), join(dir, '..', noticesFile))
    },
  }
}
