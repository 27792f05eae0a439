import coverageLibrary, { type FileCoverageData } from 'istanbul-lib-coverage'
import reportLibrary from 'istanbul-lib-report'
import reports from 'istanbul-reports'
import type { LambdaCoverage } from '../../../contract/models/test.ts'

/** Writes `lcov.info` and `coverage.txt` to a folder. */
export function writeCoverage(
  coverage: readonly LambdaCoverage[],
  pathOf: (slug: string) => string,
  dir: string,
): void {
  const files = coverage.map((each) => fileCoverageOf(each, pathOf(each.lambda)))
  const coverageMap = coverageLibrary.createCoverageMap(
    Object.fromEntries(files.map((file) => [file.path, file])),
  )
  const context = reportLibrary.createContext({ dir, coverageMap })
  reports.create('lcovonly').execute(context)
  reports.create('text', { file: 'coverage.txt' }).execute(context)
}

/** The form that istanbul's reports read: one statement for each line with code. */
function fileCoverageOf({ lines, branches, functions }: LambdaCoverage, path: string): FileCoverageData {
  return {
    path,
    statementMap: indexed(lines, ({ line }) => rangeAt(line)),
    s: indexed(lines, ({ count }) => count),
    fnMap: indexed(functions, ({ name, line }) => ({ name, decl: rangeAt(line), loc: rangeAt(line), line })),
    f: indexed(functions, ({ count }) => count),
    branchMap: indexed(branches, ({ line, column }) => {
      const loc = rangeAt(line, column - 1)
      return { type: 'branch', line, loc, locations: [loc] }
    }),
    b: indexed(branches, ({ count }) => [count]),
  }
}

function rangeAt(line: number, column = 0) {
  return { start: { line, column }, end: { line, column: column + 1 } }
}

function indexed<T, R>(list: readonly T[], map: (item: T) => R): Record<string, R> {
  return Object.fromEntries(list.map((item, at) => [String(at), map(item)]))
}
