import type { PlanEntry } from '../../electron/contract/models/sync.ts'
import type { Command } from '../commands/command.ts'
import { offerCommands } from '../commands/offer-commands.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { choiceLooks, sectionLooks } from '../features/sync/entry-actions.ts'
import { choicesOf, entryKey, type Choice } from '../features/sync/plan-entries.ts'
import { useSync, type EntrySection } from '../features/sync/sync-store.ts'
import { useLayout } from '../shell/layout-store.ts'

/** Offers what can be done with one lambda of the plan: the one a menu was opened on, else the one that is selected. */
export function offerSyncEntryCommands(): void {
  const lambdas = useLambdas()
  const layout = useLayout()
  const sync = useSync()

  const meant = (target?: string): PlanEntry | undefined =>
    target === undefined ? sync.selected : sync.plan?.entries.find((entry) => entryKey(entry) === target)
  const on =
    (act: (entry: PlanEntry) => void) =>
    (target?: string): void => {
      const entry = meant(target)
      if (entry) act(entry)
    }
  const has =
    (isSo: (entry: PlanEntry) => boolean) =>
    (target?: string): boolean => {
      const entry = meant(target)
      return entry !== undefined && isSo(entry)
    }
  const mayShow: Readonly<Record<EntrySection, (entry: PlanEntry) => boolean>> = {
    difference: () => true,
    merge: (entry) => choicesOf(entry).includes('merge'),
    usage: ({ slug, id }) => slug !== null && id !== null,
  }

  const showing = Object.entries(sectionLooks).map(([section, look]): Command => ({
    id: `sync.show-${section}`,
    ...look,
    screen: 'sync',
    enabled: has(mayShow[section as EntrySection]),
    run: on((entry) => {
      sync.select(entry)
      sync.section = section as EntrySection
    }),
  }))
  const choosing = Object.entries(choiceLooks).map(([choice, look]): Command => ({
    id: `sync.choose-${choice}`,
    ...look,
    screen: 'sync',
    enabled: has((entry) => choicesOf(entry).includes(choice as Choice) && sync.choiceOf(entry) !== choice),
    run: on((entry) => sync.decide(entry, choice as Choice)),
  }))

  offerCommands([
    ...showing,
    ...choosing,
    {
      id: 'sync.openLambda',
      title: 'command.openLambda',
      icon: 'i-lucide-square-function',
      screen: 'sync',
      enabled: has(({ slug }) => slug !== null && lambdas.find(slug) !== undefined),
      run: on(({ slug }) => {
        layout.show('lambdas')
        lambdas.show(slug ?? '')
      }),
    },
  ])
}
