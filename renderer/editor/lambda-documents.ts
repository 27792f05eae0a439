/** What the TypeScript worker must know of an open lambda besides its text. */
export interface LambdaDocument {
  /** Name of the lambda type; its declarations are the file that {@link declarationFile} names. */
  readonly type: string
  readonly functionName: string
}

/** The open lambdas by the address of their model. */
export type LambdaDocuments = Readonly<Record<string, LambdaDocument>>

/** Reaches the worker with the declarations, as one more file beside them. */
export const documentsFile = 'file:///studio/documents.json'

/** The file that holds the declarations of a lambda type. */
export function declarationFile(type: string): string {
  return `file:///studio/types/${encodeURIComponent(type)}.d.ts`
}
