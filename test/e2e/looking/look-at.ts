import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsInEveryTheme } from '../../helpers/axe.ts'
import { drawnComponents } from '../../helpers/drawn-components.ts'
import { keepPicture, keepSmallPictures } from './pictures.ts'
import { shownOn, type Walk } from './shown-on.ts'

/** A screen: its name, and how to get there from the one before it. */
export type Screen = readonly [name: string, reach: (page: Page) => Promise<unknown>]

/** Tests of a walk that each screen shows what `shownOn` says, and has nothing that axe finds in any theme. */
export function lookAt(walk: Walk, screens: readonly Screen[], page: () => Page): void {
  const shown: Readonly<Record<string, readonly string[]>> = shownOn[walk]

  test('the walk comes to every screen that is to show something', () => {
    expect(screens.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(shown)))
  })

  test.each(screens)('%s has nothing that axe finds in any theme', async (name, reach) => {
    await reach(page())
    await expect.poll(() => drawnComponents(page())).toEqual(expect.arrayContaining([...(shown[name] ?? [])]))
    const look = keepPicture(page(), `${walk}-${name}`)
    expect(await violationsInEveryTheme(page(), look)).toEqual([])
    await keepSmallPictures(page(), `${walk}-${name}`)
  })
}
