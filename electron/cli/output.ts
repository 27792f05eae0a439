import { toErrorData } from '../contract/errors.ts'

/** Where a command writes: people's text, or one JSON value and nothing else. */
export interface Output {
  readonly json: boolean
  /** Prints the command's result: `value` under `--json`, `text` otherwise. */
  result(value: unknown, text: () => string): void
  /** Tells the person at the terminal something that is no result. */
  tell(text: string): void
  /** Prints a failure. */
  failure(thrown: unknown): void
}

export interface Streams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

export function createOutput(streams: Streams, json: boolean): Output {
  return {
    json,
    result(value, text) {
      streams.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text()}\n`)
    },
    tell(text) {
      streams.stderr.write(`${text}\n`)
    },
    failure(thrown) {
      const { code, message, hint } = toErrorData(thrown)
      if (json) streams.stdout.write(`${JSON.stringify({ error: { code, message, hint } }, null, 2)}\n`)
      else streams.stderr.write(`Error: ${message}\n${hint ? `${hint}\n` : ''}`)
    },
  }
}
