import type * as MonacoModule from './monaco.ts'

export type Monaco = typeof MonacoModule

let loading: Promise<Monaco> | undefined

/** The code editor, loaded once and only when something asks for it; a failed load may be asked for again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco.ts').catch((thrown: unknown) => {
    loading = undefined
    throw thrown
  })
  return loading
}
