import { z } from 'zod'

const fault = z.looseObject({ code: z.string().catch(''), message: z.string().catch('') })

const shape = z.looseObject({
  fieldErrors: z.record(z.string(), z.array(fault)).catch({}),
  generalErrors: z.array(fault).catch([]),
})

/** FusionAuth's Errors JSON (documented under "Errors"); either part may be missing. */
export interface ErrorsJson {
  readonly codes: readonly string[]
  /** All messages in one line; empty where there are none. */
  readonly text: string
}

/** Reads Errors JSON; anything else reads as no errors. */
export function readErrors(body: unknown): ErrorsJson {
  const parsed = shape.safeParse(body)
  if (!parsed.success) return { codes: [], text: '' }
  const { fieldErrors, generalErrors } = parsed.data
  const fields = Object.entries(fieldErrors).flatMap(([path, faults]) =>
    faults.map(({ code, message }) => ({ code, text: `${path}: ${message || code}` })),
  )
  const all = [...fields, ...generalErrors.map(({ code, message }) => ({ code, text: message || code }))]
  return {
    codes: all.map(({ code }) => code),
    text: all
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 1000),
  }
}
