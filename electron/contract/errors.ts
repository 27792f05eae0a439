import { said, type HintWords, type MessageWords, type Unsaid, type Words } from './words.ts'

/** An error as it crosses a process: plain data, fit to be shown to the user. */
export interface ErrorData extends MessageWords, HintWords {
  /** Stable, kebab-case; programs decide by it. */
  readonly code: string
  /** What happened and where, one sentence. */
  readonly message: string
  /** What the user can do about it. */
  readonly hint: string
}

/** A failure with a code and a hint: the only kind of error that leaves core on purpose. */
export class StudioError extends Error implements ErrorData {
  override readonly name = 'StudioError'
  readonly code: string
  readonly hint: string
  readonly messageWords?: Words
  readonly hintWords?: Words

  constructor(data: Unsaid<ErrorData>, options?: ErrorOptions) {
    const { code, message, hint, messageWords, hintWords } = said<ErrorData>(data)
    super(message, options)
    this.code = code
    this.hint = hint
    if (messageWords) this.messageWords = messageWords
    if (hintWords) this.hintWords = hintWords
  }
}

/**
 * Turns anything thrown into data that may cross a process.
 * Errors that are not a {@link StudioError} become `internal` and keep their message to themselves, because
 * it may name paths or secrets of the host.
 */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof StudioError) return dataOf(thrown)
  return {
    code: 'internal',
    message: 'The studio failed in a way it did not expect.',
    hint: 'Try again; if it happens again, report it with the log of the studio.',
  }
}

function dataOf({ code, message, hint, messageWords, hintWords }: StudioError): ErrorData {
  return { code, message, hint, ...(messageWords && { messageWords }), ...(hintWords && { hintWords }) }
}
