import { refuseField } from './refusal.ts'

/** One of a list of values from the URL; undefined where it is not given. */
export function enumParameter<const Value extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const known = values.find((value) => value === text)
  if (known !== undefined) return known
  refuseField(name, 'couldNotConvert', `The value of ${name} must be one of [${values.join(', ')}].`)
}

export function flagParameter(query: URLSearchParams, name: string): boolean | undefined {
  const text = enumParameter(query, name, ['true', 'false'])
  return text === undefined ? undefined : text === 'true'
}
