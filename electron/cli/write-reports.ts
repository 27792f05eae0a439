import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StudioApi } from '../contract/api.ts'
import type { CaseReport, TestRun } from '../contract/models/test.ts'
import { fileFailure } from '../core/workspace/file-failure.ts'

/** Where reports go, if anywhere. */
export interface ReportFiles {
  readonly junit?: string
  readonly coverage?: string
}

/** Writes the reports that were asked for. @throws StudioError `not-writable`, `disk-full` */
export async function writeReports(
  run: TestRun,
  cases: readonly CaseReport[],
  { options, studio }: { readonly options: ReportFiles; readonly studio: StudioApi },
): Promise<void> {
  const { junit, coverage } = options
  if (junit !== undefined) {
    const { junitOf } = await import('../core/cases/reports/junit.ts')
    await write(junit, junitOf(run, cases))
  }
  if (coverage !== undefined) {
    const { writeCoverage } = await import('../core/cases/reports/write-coverage.ts')
    const folder = (await studio.workspace.current())?.folder ?? '.'
    await mkdir(coverage, { recursive: true }).catch((thrown: unknown) => {
      throw fileFailure(thrown, 'made', coverage)
    })
    writeCoverage(run.coverage, (slug) => join(folder, 'lambdas', slug, 'lambda.js'), coverage)
  }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (thrown) {
    throw fileFailure(thrown, 'written', path)
  }
}
