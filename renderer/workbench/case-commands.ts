import { offerCommands } from '../commands/offer-commands.ts'
import { useCloseGuard } from '../documents/close-guard.ts'
import { caseOf } from '../documents/document.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { useTests } from '../features/tests/tests-store.ts'
import { t } from '../messages/translate.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useActiveLambda } from './active-lambda.ts'
import { useDialogs } from './dialogs-store.ts'
import { onTarget } from './on-target.ts'
import { undoOffer } from './undo-offer.ts'
import { useWork } from './work-store.ts'

/** Offers what can be done with a case of the lambda that shows: the one that is named, else the one that is worked on. */
export function offerCaseCommands(): void {
  const cases = useCases()
  const dialogs = useDialogs()
  const tests = useTests()
  const work = useWork()
  const worked = useActiveLambda()
  const { attempt } = useFailures()
  const remove = caseRemoval()

  const { meant, isThere, on } = onTarget(() => work.caseName)
  const kindOf = (name: string): string | undefined =>
    cases.of(work.slug).cases.find((each) => each.name === name)?.kind
  const isWhole = (target?: string): boolean => kindOf(meant(target) ?? '') !== undefined
  const isTest = (target?: string): boolean => isWhole(target) && kindOf(meant(target) ?? '') !== 'example'

  async function test(name: string): Promise<void> {
    const { slug } = work
    await cases.choose(slug, name)
    await tests.start({ cases: [{ lambda: slug, case: name }] })
  }

  offerCommands([
    {
      id: 'case.new',
      title: 'command.newCase',
      icon: 'i-lucide-plus',
      keys: 'Alt+Shift+N',
      enabled: () => worked.lambda !== undefined,
      run: () => void (dialogs.newCase = true),
    },
    {
      id: 'case.keep',
      title: 'command.keepRun',
      icon: 'i-lucide-bookmark-plus',
      keys: 'Alt+K',
      enabled: () => work.reported !== undefined && work.reported.report.outcome !== 'refused',
      run: () => void (dialogs.keepingRun = true),
    },
    {
      id: 'case.test',
      title: 'command.testCase',
      icon: 'i-lucide-play',
      enabled: (target) => !tests.running && isTest(target),
      run: on((name) => attempt(() => test(name))),
    },
    {
      id: 'case.scratch',
      title: 'command.scratchInput',
      icon: 'i-lucide-braces',
      enabled: () => work.caseName !== undefined,
      run: () => void attempt(() => cases.choose(work.slug, undefined)),
    },
    {
      id: 'case.rename',
      title: 'command.renameCase',
      icon: 'i-lucide-pencil',
      enabled: isThere,
      run: on((name) => (dialogs.renamedCase = name)),
    },
    {
      id: 'case.duplicate',
      title: 'command.duplicateCase',
      icon: 'i-lucide-copy',
      enabled: isThere,
      run: on((name) => attempt(() => cases.duplicate(work.slug, name))),
    },
    {
      id: 'case.delete',
      title: 'command.deleteCase',
      icon: 'i-lucide-trash-2',
      enabled: isThere,
      run: on((name) => attempt(() => remove(name))),
    },
  ])
}

/** What deletes a case, once its unsaved text is decided about, and offers to bring it back. */
function caseRemoval(): (name: string) => Promise<void> {
  const cases = useCases()
  const guard = useCloseGuard()
  const tests = useTests()
  const work = useWork()
  const offerUndo = undoOffer()

  return async (name) => {
    const { slug } = work
    if (!(await guard.mayCloseText(caseOf(slug, name)))) return
    const undo = await cases.remove(slug, name)
    tests.forgetCase(slug, name)
    offerUndo(t('case.deleted', { name }), undo)
  }
}
