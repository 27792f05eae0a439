import { StudioError } from '../../../contract/errors.ts'
import type {
  FoundLambda,
  ImportedFile,
  ImportPlan,
  ImportProblem,
} from '../../../contract/models/exchange.ts'
import { hintOf, messageOf, said, say } from '../../../contract/words.ts'
import { FileShelf } from './file-shelf.ts'
import { lambdasOfJson } from './json-lambdas.ts'
import { lambdaOfScript } from './script-lambda.ts'
import { lambdasOfTerraform } from './terraform-lambdas.ts'

/** What one file gave. */
export interface Findings {
  readonly found: readonly FoundLambda[]
  readonly problems: readonly ImportProblem[]
}

/**
 * Finds the lambdas in files of any kind that holds them: bodies in `.js`, a Kickstart file, the JSON of FusionAuth's
 * command line tool and API, Terraform. A file that another one includes is not taken as a lambda of its own.
 */
export function planImport(files: readonly ImportedFile[]): ImportPlan {
  const shelf = new FileShelf(files)
  const structured = files.filter(({ name }) => /\.(json|tf)$/i.test(name)).toSorted(includingFirst)
  const scripts = files.filter(({ name }) => /\.js$/i.test(name))
  const others = files.filter(({ name }) => !/\.(json|tf|js)$/i.test(name))
  // Bodies come last: by then it is known which of them belong to another file.
  const findings = [
    ...structured.map((file) => (shelf.isTaken(file) ? nothing : findingsIn(file, shelf))),
    ...scripts.filter((file) => !shelf.isTaken(file)).map((file) => lambdaOfScript(file, shelf)),
    ...structured.filter((file) => !shelf.isTaken(file)).flatMap((file) => noLambda(file, shelf)),
    { found: [], problems: others.map(unknownKind) },
  ]
  return {
    found: findings.flatMap(({ found }) => found),
    problems: findings.flatMap(({ problems }) => problems),
  }
}

const nothing: Findings = { found: [], problems: [] }

/** Files that may include others come first, so that the others are known as theirs. */
function includingFirst(a: ImportedFile, b: ImportedFile): number {
  return Number(mayInclude(b)) - Number(mayInclude(a))
}

function mayInclude({ name, text }: ImportedFile): boolean {
  return /\.tf$/i.test(name) || text.includes('"requests"')
}

function findingsIn(file: ImportedFile, shelf: FileShelf): Findings {
  try {
    const findings = /\.tf$/i.test(file.name) ? lambdasOfTerraform(file, shelf) : lambdasOfJson(file, shelf)
    if (findings.found.length + findings.problems.length > 0) shelf.take(file)
    return findings
  } catch (thrown) {
    const fault = faultOf(file, thrown)
    shelf.take(file)
    return { found: [], problems: [{ file: file.name, ...fault }] }
  }
}

/** What recursion or the length of a text puts an end to is the file's own doing, and keeps no other file back. */
function faultOf({ name }: ImportedFile, thrown: unknown): Omit<ImportProblem, 'file'> {
  if (thrown instanceof StudioError)
    return said<Omit<ImportProblem, 'file'>>({ message: messageOf(thrown), hint: hintOf(thrown) })
  if (!(thrown instanceof RangeError)) throw thrown
  return said<Omit<ImportProblem, 'file'>>({
    message: say`${name} cannot be read: it is nested too deeply, or what it puts together is too long.`,
    hint: 'Take the lambdas out into files of their own.',
  })
}

function noLambda(file: ImportedFile, shelf: FileShelf): Findings[] {
  shelf.take(file)
  return [
    {
      found: [],
      problems: [
        said<ImportProblem>({
          file: file.name,
          message: say`${file.name} holds no lambda.`,
          hint: 'A Kickstart file has "requests", a file of FusionAuth has "body", "name" and "type", Terraform a resource "fusionauth_lambda".',
        }),
      ],
    },
  ]
}

function unknownKind({ name }: ImportedFile): ImportProblem {
  return said<ImportProblem>({
    file: name,
    message: say`${name} is not a kind of file that lambdas are imported from.`,
    hint: 'Choose .js files, Kickstart or FusionAuth .json files, or Terraform .tf files.',
  })
}
