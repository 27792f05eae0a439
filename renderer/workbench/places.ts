import pLimit from 'p-limit'
import { t } from '../messages/translate.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { findSettings, titleOf } from '../features/settings/setting-words.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { useTypes } from '../features/types/types-store.ts'
import { usePlaces, type Place, type PlaceSource } from '../palette/places-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { groupPlaces, userPlaces } from './directory/directory-places.ts'
import { problemPlaces } from './problem-places.ts'

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
