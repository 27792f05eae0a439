import type {
  CaseChange,
  CaseDocument,
  CaseFile,
  CaseListing,
  CaseSaveOutcome,
  DeletedCase,
  ExpectableReport,
  Expectation,
  ExpectationChoice,
  NamedCases,
  NewCase,
} from '../models/case.ts'
import type { RunRequest } from '../models/run.ts'
import type { CaseFailure, CaseReport, TestRun, TestSelection } from '../models/test.ts'

/** Cases, and what comes of them. */
export interface TestApi {
  readonly cases: {
    list(slug: string): Promise<CaseListing>
    /** The cases of every lambda by name, to find one among them; nothing of them is read. */
    names(): Promise<readonly NamedCases[]>
    read(slug: string, name: string): Promise<CaseDocument>
    create(slug: string, content: NewCase): Promise<CaseDocument>
    /** Saves a case's text; text that is not a case is refused with the place. */
    save(change: CaseChange): Promise<CaseSaveOutcome>
    rename(slug: string, name: string, newName: string): Promise<CaseDocument>
    duplicate(slug: string, name: string, newName: string): Promise<CaseDocument>
    /** Deletes a case and gives what was deleted, so that `undelete` can bring it back. */
    delete(slug: string, name: string): Promise<CaseDocument>
    /** Writes a deleted case again as it stood, under another name where its own was taken since. */
    undelete(slug: string, deleted: DeletedCase): Promise<CaseDocument>
    /** "Keep this run as a case": what a case must hold to run the same again. */
    ofRun(request: RunRequest): Promise<CaseFile>
    /** "Expect what just happened": an expectation that this report meets. */
    expectationOf(report: ExpectableReport, choice: ExpectationChoice): Promise<Expectation>
    /** What of a report is not as expected; nothing where the case passes. */
    failuresOf(report: ExpectableReport, expectation: Expectation): Promise<readonly CaseFailure[]>
    /** The JSON Schema of a case of this lambda type, for completion in an editor. */
    schema(type: string): Promise<object>
  }
  readonly tests: {
    /** Starts a test; results come as `tests.results`, progress and end as `jobs.changed`. */
    start(selection: TestSelection): Promise<{ readonly jobId: string }>
    /** The test of that job as far as it is; the last one where no job is named. */
    read(jobId: string | null): Promise<TestRun | null>
    /** Waits for the end of a test and gives it whole. */
    finish(jobId: string): Promise<TestRun>
    /** One case of a test with its report; of the last test where no job is named. */
    report(jobId: string | null, lambda: string, name: string): Promise<CaseReport | null>
  }
}
