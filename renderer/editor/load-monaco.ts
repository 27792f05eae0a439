import { nextPaint } from '../ui/next-paint.ts'
import type * as MonacoModule from './monaco.ts'

export type Monaco = typeof MonacoModule

let loading: Promise<Monaco> | undefined

/** The code editor, loaded once, after the page has shown itself; a failed load may be asked for again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= nextPaint()
    .then(() => import('./monaco.ts'))
    .catch((thrown: unknown) => {
      loading = undefined
      throw thrown
    })
  return loading
}
