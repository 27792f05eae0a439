import { basename, dirname, resolve } from 'node:path'
import { pageScheme } from '../contract/page-address.ts'

/** What the program is asked to open from outside: by a command line, the file manager or a link. */
export interface OutsideRequest {
  /** Absolute paths, each in a workspace or to become one. */
  readonly folders: readonly string[]
  /** Addresses of the studio's scheme, as they came. */
  readonly links: readonly string[]
}

/** A command line as one program hands it to another. */
export interface CommandLine {
  /** Without the program itself. */
  readonly args: readonly string[]
  readonly cwd: string
}

const workspaceSwitch = '--workspace='

/** Reads what a command line asks to open; switches are Chromium's business, all but `--workspace`. */
export function readArguments({ args, cwd }: CommandLine): OutsideRequest {
  const links = args.filter(isLink)
  const folders = args
    .filter((argument) => !isLink(argument))
    .map((argument) =>
      argument.startsWith(workspaceSwitch) ? argument.slice(workspaceSwitch.length) : argument,
    )
    .filter((path) => path !== '' && !path.startsWith('-'))
  return { folders: folders.map((path) => folderOf(resolve(cwd, path))), links }
}

/** A file that stands for a workspace lies in its folder. */
export function folderOf(path: string): string {
  return basename(path) === 'studio.json' || path.endsWith('.lambda-studio') ? dirname(path) : path
}

function isLink(argument: string): boolean {
  return argument.toLowerCase().startsWith(`${pageScheme}:`)
}
