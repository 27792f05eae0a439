import { z } from 'zod'
import { engineType } from './run.ts'
import { entryName } from './slug.ts'
import type { HintWords, MessageWords } from '../words.ts'
import type { WorkspaceProblem } from './workspace.ts'

/** A file as a face read it: its name (with folders, forward slashes) and its text. */
export const importedFile = z.strictObject({ name: z.string().min(1).max(4096), text: z.string() })
export type ImportedFile = z.infer<typeof importedFile>

/** A lambda found in a file; `type` is null where the file does not tell and the user must. */
export const foundLambda = z.strictObject({
  name: z.string().min(1),
  type: z.string().min(1).nullable(),
  engineType,
  debug: z.boolean(),
  body: z.string(),
  /** The lambda's own id, where the file has one. */
  id: z.guid().nullable(),
  /** The file it was found in. */
  file: z.string(),
})
export type FoundLambda = z.infer<typeof foundLambda>

/** What was in a file that cannot be taken over, and why. */
export interface ImportProblem extends MessageWords, HintWords {
  readonly file: string
  readonly message: string
  readonly hint: string
}

/** What an import would bring; nothing is written yet. */
export interface ImportPlan {
  readonly found: readonly FoundLambda[]
  readonly problems: readonly ImportProblem[]
}

/** A found lambda whose type is settled. */
export const lambdaToImport = z.strictObject({ ...foundLambda.shape, type: z.string().min(1) })
export type LambdaToImport = z.infer<typeof lambdaToImport>

/** What became of one lambda of an import. */
export type ImportOutcome =
  | { readonly kind: 'done'; readonly file: string; readonly name: string; readonly slug: string }
  | ({
      readonly kind: 'failed'
      readonly file: string
      readonly name: string
      readonly code: string
      readonly message: string
    } & MessageWords)

/** What to hand out, and how: a Kickstart file, Terraform resources, or the folders as they are. */
export const exportRequest = z.strictObject({
  format: z.enum(['kickstart', 'terraform', 'zip']),
  /** All lambdas where left out. */
  slugs: z.array(entryName).optional(),
  /** Whose ids the lambdas go out with; where left out, ids that are the same on every instance. */
  instance: z.string().optional(),
})
export type ExportRequest = z.infer<typeof exportRequest>

/** A file to save: text as it stands, or bytes in base64. */
export const exportedFile = z.strictObject({
  fileName: z.string().min(1).max(255),
  mediaType: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  content: z.string(),
})
export type ExportedFile = Readonly<z.infer<typeof exportedFile>>

/** Lambdas handed out as one file. */
export interface LambdaExport {
  readonly file: ExportedFile
  /** The lambdas that are in it. */
  readonly slugs: readonly string[]
  /** What of "all lambdas" is not in it, because it cannot be read; nothing where the lambdas were named. */
  readonly leftOut: readonly WorkspaceProblem[]
}
