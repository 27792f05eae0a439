import { screen } from 'electron'

/** The work areas of the screens, the main one first. */
export function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main.workArea, ...others.map(({ workArea }) => workArea)] as const
}
