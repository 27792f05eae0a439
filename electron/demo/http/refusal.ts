import type { JsonObject } from '../../contract/json.ts'

interface ApiError {
  readonly code: string
  readonly message: string
}

/** FusionAuth's Errors JSON; either key may be missing. */
export interface ErrorsJson {
  readonly fieldErrors?: Readonly<Record<string, readonly ApiError[]>>
  readonly generalErrors?: readonly ApiError[]
}

/** A request that is answered with Errors JSON. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: 400 | 413
  readonly errors: ErrorsJson

  constructor(errors: ErrorsJson, status: 400 | 413 = 400) {
    super('The request was refused.')
    this.errors = errors
    this.status = status
  }
}

/** Gathers what is wrong with a request, so that all of it is told at once. */
export class Faults {
  readonly #fields = new Map<string, ApiError[]>()

  /** Notes `[kind]path` at a field path; `[invalidJSON]` alone carries no path in its code. */
  field(path: string, kind: string, message: string): void {
    const code = kind === 'invalidJSON' ? '[invalidJSON]' : `[${kind}]${path}`
    const known = this.#fields.get(path)
    if (known) known.push({ code, message })
    else this.#fields.set(path, [{ code, message }])
  }

  throwIfAny(): void {
    if (this.#fields.size > 0) this.refuse()
  }

  refuse(): never {
    throw new Refusal({ fieldErrors: Object.fromEntries(this.#fields) })
  }
}

/** Refuses a request for one field. */
export function refuseField(path: string, kind: string, message: string): never {
  const faults = new Faults()
  faults.field(path, kind, message)
  return faults.refuse()
}

/** Refuses a request as a whole. */
export function refuse(code: string, message: string, status: 400 | 413 = 400): never {
  throw new Refusal({ generalErrors: [{ code: `[${code}]`, message }] }, status)
}

/** FusionAuth documents an empty body for 500; in practice it sends this general error. */
export const unexpectedFault: JsonObject = {
  generalErrors: [
    {
      code: '[Exception]',
      message: 'The demo instance met a fault of its own while it served this request.',
    },
  ],
}
