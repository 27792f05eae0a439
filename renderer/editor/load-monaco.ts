type Monaco = typeof import('./monaco.ts')

let loading: Promise<Monaco> | undefined

/** The code editor, loaded once and only when something asks for it. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monaco.ts').catch((thrown: unknown) => {
    loading = undefined
    throw thrown
  })
  return loading
}
