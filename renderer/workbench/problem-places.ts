import { useChecks } from '../features/checks/checks-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { t } from '../messages/translate.ts'
import type { PlaceSource } from '../palette/places-store.ts'
import { severityLooks } from '../ui/severity-look.ts'
import { useGoing } from './going-store.ts'

/** What the checks found in the open lambdas. */
export function problemPlaces(): PlaceSource {
  const checks = useChecks()
  const going = useGoing()
  const lambdas = useLambdas()
  return {
    id: 'problems',
    title: 'result.problems',
    mode: 'problems',
    list: () =>
      lambdas.open.flatMap(({ id, name }) =>
        (checks.of(id)?.problems ?? []).map(({ code, severity, message, line, column }, index) => ({
          id: `${id} ${code} ${index}`,
          label: message,
          detail: `${name}, ${t('place.line', { line })}`,
          icon: severityLooks[severity].icon,
          go: () => going.goTo({ lambda: id, line, column }),
        })),
      ),
  }
}
