import { HclScanner } from './hcl-scanner.ts'

/** The value of an attribute, as far as it can be known without Terraform. */
export type HclValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A text with `${...}` or `%{...}` in it. */
  | { readonly kind: 'template' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'true' }
  | { readonly kind: 'other' }

/** A `fusionauth_lambda` resource. */
export interface LambdaResource {
  readonly label: string
  /** From 1. */
  readonly line: number
  readonly attributes: ReadonlyMap<string, HclValue>
}

/** Every `fusionauth_lambda` resource of a Terraform file; whatever else is in the file is passed over. */
export function findLambdaResources(text: string): readonly LambdaResource[] {
  const scanner = new HclScanner(text)
  const resources: LambdaResource[] = []
  while (!scanner.atEnd) {
    const line = scanner.line
    const label = scanner.takeMatch(/resource\s+"fusionauth_lambda"\s+"([^"\n]*)"\s*\{/y)
    if (label === null) scanner.skipOne()
    else resources.push({ label: label[1] ?? '', line, attributes: readAttributes(scanner) })
  }
  return resources
}

function readAttributes(scanner: HclScanner): Map<string, HclValue> {
  const attributes = new Map<string, HclValue>()
  while (!scanner.atEnd && scanner.takeMatch(/\}/y) === null) {
    const name = scanner.takeMatch(/([A-Za-z_][\w-]*)\s*=(?!=)[^\S\n]*/y)
    if (name === null) scanner.skipBlockOrOne()
    else attributes.set(name[1] ?? '', readValue(scanner))
  }
  return attributes
}

function readValue(scanner: HclScanner): HclValue {
  const file = scanner.takeMatch(/file\(\s*"([^"\n]+)"\s*\)/y)
  if (file) return { kind: 'file', path: file[1] ?? '' }
  const text = scanner.takeTemplate()
  if (text !== null && scanner.atEndOfValue) {
    return text.isPlain ? { kind: 'text', text: text.value } : { kind: 'template' }
  }
  if (scanner.takeMatch(/true\b/y) && scanner.atEndOfValue) return { kind: 'true' }
  scanner.skipValue()
  return { kind: 'other' }
}
