import { toErrorData } from '../contract/errors.ts'
import { terminalJson, terminalText } from './terminal-text.ts'

/** Where a command writes: people's text, or one JSON value and nothing else. */
export interface Output {
  readonly json: boolean
  /** Prints the command's result: `value` under `--json`, `text` otherwise. */
  result(value: unknown, text: () => string): void
  /** Prints a part of a result that comes piece by piece, as people's text. */
  print(text: string): void
  /** Tells the person at the terminal something that is no result. */
  tell(text: string): void
  /** Prints a failure. */
  failure(thrown: unknown): void
}

export interface Streams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean }
}

export function createOutput(streams: Streams, json: boolean): Output {
  return {
    json,
    result(value, text) {
      streams.stdout.write(`${json ? terminalJson(value) : terminalText(text())}\n`)
    },
    print(text) {
      streams.stdout.write(`${terminalText(text)}\n`)
    },
    tell(text) {
      streams.stderr.write(`${terminalText(text)}\n`)
    },
    failure(thrown) {
      const { code, message, hint } = toErrorData(thrown)
      if (json) streams.stdout.write(`${terminalJson({ error: { code, message, hint } })}\n`)
      else streams.stderr.write(`${terminalText(`Error: ${message}\n${hint}`).trimEnd()}\n`)
    },
  }
}
