import { InvalidArgumentError } from 'commander'
import { directoryId } from '../contract/models/directory-group.ts'

/** A parser for an option that takes a whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`)
  }
}

/** A parser for an option that takes an id of FusionAuth; gives it in lower case. */
export function uuid(text: string): string {
  const parsed = directoryId.safeParse(text.trim())
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError('It takes a UUID, such as 25a872da-bb44-4af8-a43d-e7bcb5351ebc.')
}
