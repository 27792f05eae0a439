import { z } from 'zod'
import type { Severity } from './problem.ts'
import type { HintWords, MessageWords } from '../words.ts'

/** What must be done before the studio writes to an instance. */
export const protection = z.enum(['none', 'confirm', 'read-only'])
export type Protection = z.infer<typeof protection>

/** Colours by which people tell instances apart. */
export const instanceColor = z.enum(['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple'])
export type InstanceColor = z.infer<typeof instanceColor>

/** A FusionAuth server that the workspace knows; its API key is never kept here. */
export const instanceEntry = z.looseObject({
  /** Short and stable: lambdas hold their ids under it. */
  id: z.string().min(1),
  /** For people. */
  name: z.string(),
  /** Its address, without a slash at the end. */
  url: z.string(),
  /** The tenant to work in, where there are several. */
  tenantId: z.string().nullable().default(null),
  /** What must be done before something is written there. */
  protection: protection.default('none'),
  /** By which people tell it from others. */
  color: instanceColor.catch('gray'),
  /** It is the one that comes with the studio, which starts it on each machine and sets its address. */
  embedded: z.boolean().optional().catch(undefined),
})
export type InstanceEntry = z.infer<typeof instanceEntry>

/** `studio.json`. Keys that this version does not know are kept. */
export const studioFile = z.looseObject({
  /** Of this form of the file. */
  version: z.literal(1, { error: 'must be 1; a higher version needs a newer studio' }),
  /** Language level that the engine of the servers is taken to have, as a year. */
  ecmaVersion: z.int().min(2015).max(2030).default(2021),
  /** FusionAuth servers, in the order of the lists. */
  instances: z.array(instanceEntry).default([]),
})
export type StudioFile = z.infer<typeof studioFile>

/** Something wrong with one file or folder of the workspace; the rest works all the same. */
export interface WorkspaceProblem extends MessageWords, HintWords {
  /** Stable, kebab-case. */
  readonly code: string
  readonly severity: Severity
  /** What is wrong, with line and column where the file is text. */
  readonly message: string
  readonly hint: string
  /** Relative to the workspace, with forward slashes. */
  readonly file: string
  /** The lambda that it belongs to, where it belongs to one. */
  readonly slug?: string
}

/** The workspace that is open. */
export interface WorkspaceInfo {
  /** Absolute path of the folder. */
  readonly folder: string
  /** The name of the folder, for titles. */
  readonly name: string
  /** `studio.json`; the defaults where it is broken, which `problems` then says. */
  readonly config: StudioFile
  readonly problems: readonly WorkspaceProblem[]
  /** The folder cannot be written to: everything can be read and run, nothing saved. */
  readonly readOnly: boolean
}

/** A workspace that was open before. */
export interface RecentWorkspace {
  readonly folder: string
  readonly name: string
  /** ISO 8601. */
  readonly openedAt: string
  /** False where the folder or its studio.json is gone. */
  readonly exists: boolean
}
