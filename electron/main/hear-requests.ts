import { app } from 'electron'
import { z } from 'zod'
import { folderOf, readArguments, type CommandLine, type OutsideRequest } from './read-arguments.ts'

/** Requests from outside, those first that came before anybody listened. */
export interface Requests {
  listen(listener: (request: OutsideRequest) => void): void
}

const commandLineShape = z.object({ args: z.array(z.string()), cwd: z.string() })

/** Hears what the program is asked to open: at its start, by further starts, by the file manager and by links. */
export function hearRequests(first: CommandLine): Requests {
  let listener: ((request: OutsideRequest) => void) | null = null
  const waiting: OutsideRequest[] = [readArguments(first)]
  const hear = (request: OutsideRequest): void => (listener ? listener(request) : void waiting.push(request))

  app.on('second-instance', (_event, argv, cwd, sent) => {
    // What the other start sent of itself; its argv is mixed with switches of Chromium's own.
    const said = commandLineShape.safeParse(sent)
    hear(readArguments(said.success ? said.data : { args: argv.slice(1), cwd }))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    hear({ folders: [folderOf(path)], links: [] })
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    hear({ folders: [], links: [link] })
  })
  app.on('activate', () => hear({ folders: [], links: [] }))

  return {
    listen(next) {
      listener = next
      // One start opens one thing: what macOS tells at a start comes after the empty command line.
      const asked = waiting.filter(({ folders, links }) => folders.length + links.length > 0)
      for (const request of asked.length > 0 ? asked : waiting.slice(0, 1)) next(request)
    },
  }
}
