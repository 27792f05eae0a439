import type { FunctionDeclaration, SourceFile, default as TypeScript } from 'typescript'

/** A text put into a source, so that the source means more to TypeScript than the user wrote. */
export interface Insertion {
  readonly offset: number
  readonly text: string
}

const annotation = '/** @type {LambdaFunction} */ '

/**
 * Gives the lambda's function its type, as if the user had written the comment.
 * A function that carries types of its own is left alone; so is a source without the function.
 */
export function typeAnnotation(
  ts: typeof TypeScript,
  source: string,
  functionName: string,
): Insertion | undefined {
  const file = ts.createSourceFile('lambda.js', source, ts.ScriptTarget.ES2021, true, ts.ScriptKind.JS)
  const declaration = findFunction(ts, file, functionName)
  if (!declaration || hasOwnTypes(ts, declaration)) return undefined
  return { offset: declaration.getStart(file), text: annotation }
}

function findFunction(ts: typeof TypeScript, file: SourceFile, name: string) {
  return file.statements.find(
    (statement): statement is FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && statement.name?.text === name,
  )
}

function hasOwnTypes(ts: typeof TypeScript, declaration: FunctionDeclaration): boolean {
  return ts
    .getJSDocCommentsAndTags(declaration)
    .some((comment) => /@(type|param)\s*\{/.test(comment.getText()))
}

/** The source with the insertion in it. */
export function insert(source: string, { offset, text }: Insertion): string {
  return source.slice(0, offset) + text + source.slice(offset)
}

/** Where an offset of the user's source lies once the insertion is made. */
export function toTyped(offset: number, insertion: Insertion): number {
  return offset >= insertion.offset ? offset + insertion.text.length : offset
}

/** Where an offset lies in the user's source; one inside the insertion lies where it was made. */
export function toSource(offset: number, { offset: at, text }: Insertion): number {
  if (offset <= at) return offset
  return Math.max(at, offset - text.length)
}
