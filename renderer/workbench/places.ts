import pLimit from 'p-limit'
import { t } from '../messages/translate.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { useChecks } from '../features/checks/checks-store.ts'
import { useGroups } from '../features/groups/groups-store.ts'
import { useInstances } from '../features/instances/instances-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { findSettings, titleOf } from '../features/settings/setting-words.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { useTypes } from '../features/types/types-store.ts'
import { useUsers } from '../features/users/users-store.ts'
import { usePlaces, type Place, type PlaceSource } from '../palette/places-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { studio } from '../studio.ts'
import { severityLooks } from '../ui/severity-look.ts'
import { useGoing } from './going-store.ts'

/** How many groups and users a search brings. */
const mostFound = 8
const casesAtOnce = pLimit(6)

/** Tells the palette where the user can go. */
export function offerPlaces(): void {
  usePlaces().register([
    lambdaPlaces(),
    casePlaces(),
    groupPlaces(),
    userPlaces(),
    typePlaces(),
    settingPlaces(),
    problemPlaces(),
  ])
}

function lambdaPlaces(): PlaceSource {
  const lambdas = useLambdas()
  const layout = useLayout()
  const types = useTypes()
  const placeOf = ({ id, name, type }: (typeof lambdas.lambdas)[number]): Place => ({
    id,
    label: name,
    detail: types.find(type)?.displayName ?? type,
    icon: 'i-lucide-square-function',
    go: () => {
      layout.show('lambdas')
      lambdas.show(id)
    },
  })
  return { id: 'lambdas', title: 'lambdas.title', list: () => lambdas.lambdas.map(placeOf) }
}

/** The cases of all lambdas; those of lambdas that were not open yet are read when the palette opens. */
function casePlaces(): PlaceSource {
  const cases = useCases()
  const lambdas = useLambdas()
  const layout = useLayout()
  const { attempt } = useFailures()

  async function go(slug: string, name: string): Promise<void> {
    layout.show('lambdas')
    lambdas.show(slug)
    await cases.choose(slug, name)
  }
  return {
    id: 'cases',
    title: 'cases.title',
    prepare: () => {
      for (const { id } of lambdas.lambdas) {
        if (!cases.listings.has(id)) void casesAtOnce(() => cases.load(id).catch(() => undefined))
      }
    },
    list: () =>
      lambdas.lambdas.flatMap(({ id, name: lambda }) =>
        cases.of(id).cases.map(({ name }) => ({
          id: `${id}/${name}`,
          label: name,
          detail: lambda,
          icon: 'i-lucide-file-input',
          go: () => void attempt(() => go(id, name)),
        })),
      ),
  }
}

function groupPlaces(): PlaceSource {
  const groups = useGroups()
  const instances = useInstances()
  const layout = useLayout()
  return {
    id: 'groups',
    title: 'groups.title',
    find: async (text) => {
      const instance = instances.current
      if (!instance?.hasKey) return []
      const page = await studio.groups.list(instance.id, {
        name: text,
        startRow: 0,
        numberOfResults: mostFound,
      })
      return page.groups.map(({ id, name }) => ({
        id,
        label: name,
        detail: instance.name,
        icon: 'i-lucide-users',
        go: () => {
          layout.show('groups')
          groups.enter(instance.id)
          groups.show(id)
        },
      }))
    },
  }
}

function userPlaces(): PlaceSource {
  const instances = useInstances()
  const layout = useLayout()
  const users = useUsers()
  return {
    id: 'users',
    title: 'users.title',
    find: async (text) => {
      const instance = instances.current
      if (!instance?.hasKey) return []
      const page = await studio.users.find(instance.id, { text, numberOfResults: mostFound })
      return page.users.map(({ id, name, email }) => ({
        id,
        label: name,
        ...(email !== null && email !== name && { detail: email }),
        icon: 'i-lucide-user-round',
        go: () => {
          layout.show('users')
          users.enter(instance.id)
          users.show(id)
        },
      }))
    },
  }
}

function typePlaces(): PlaceSource {
  const layout = useLayout()
  const types = useTypes()
  return {
    id: 'types',
    title: 'types.title',
    list: () =>
      types.list.map(({ type, displayName }) => ({
        id: type,
        label: displayName,
        detail: type,
        icon: 'i-lucide-book-open',
        go: () => {
          layout.show('types')
          types.show(type)
        },
      })),
  }
}

function settingPlaces(): PlaceSource {
  const layout = useLayout()
  const settings = useSettings()
  return {
    id: 'settings',
    title: 'settings.title',
    list: () =>
      findSettings('').flatMap((section) =>
        section.settings.map(({ id }) => ({
          id,
          label: titleOf(id),
          detail: t(`section.${section.id}`),
          icon: 'i-lucide-settings-2',
          go: () => {
            layout.show('settings')
            settings.search = id
          },
        })),
      ),
  }
}

/** What the checks found in the open lambdas. */
function problemPlaces(): PlaceSource {
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
