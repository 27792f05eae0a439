import type { ErrorData } from '../../electron/contract/errors.ts'

/** What a call fails with where no answer came. */
export const unreachable: ErrorData = {
  code: 'host-unreachable',
  message: 'The studio does not answer.',
  hint: 'Start it again as you started it before; this page keeps your text and connects by itself.',
}
