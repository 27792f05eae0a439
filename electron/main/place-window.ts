import { z } from 'zod'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })

/** A part of the desktop, in pixels that do not depend on the screen. */
export type Rectangle = z.infer<typeof rectangle>

/** Where a window was, as it is kept. */
export const windowPlace = z.object({ bounds: rectangle, isMaximized: z.boolean() })
export type WindowPlace = z.infer<typeof windowPlace>

/** What every window has at least. */
export const smallestWindow = { width: 720, height: 480 }
const usualSize = { width: 1440, height: 900 }
/** A second window is put beside the first by this much. */
const cascade = 28

/**
 * Where a window opens: where it was, moved and cut so that all of it lies on the screen that has most of it; on a
 * screen that is there where its own is gone. A window that never was goes to the middle, beside one that is there.
 * @param screens the work areas of the screens, the main one first
 */
export function placeWindow(
  kept: WindowPlace | null,
  screens: readonly [Rectangle, ...Rectangle[]],
  taken: readonly Rectangle[] = [],
): WindowPlace {
  if (!kept) return { bounds: firstFree(centre(screens[0]), screens[0], taken), isMaximized: false }
  const most = screens.reduce((best, next) =>
    overlap(next, kept.bounds) > overlap(best, kept.bounds) ? next : best,
  )
  const bounds =
    overlap(most, kept.bounds) > 0
      ? fit(kept.bounds, most)
      : fit({ ...kept.bounds, ...corner(screens[0]) }, screens[0])
  return { ...kept, bounds }
}

function centre(screen: Rectangle): Rectangle {
  const { width, height } = fit({ ...corner(screen), ...usualSize }, screen)
  return {
    x: screen.x + Math.round((screen.width - width) / 2),
    y: screen.y + Math.round((screen.height - height) / 2),
    width,
    height,
  }
}

function firstFree(wanted: Rectangle, screen: Rectangle, taken: readonly Rectangle[]): Rectangle {
  if (!taken.some(({ x, y }) => x === wanted.x && y === wanted.y)) return wanted
  const moved = fit({ ...wanted, x: wanted.x + cascade, y: wanted.y + cascade }, screen)
  const isStuck = moved.x === wanted.x && moved.y === wanted.y
  return isStuck ? wanted : firstFree(moved, screen, taken)
}

/** The rectangle within the screen: no smaller than a window may be, no larger than the screen. */
function fit({ x, y, width, height }: Rectangle, screen: Rectangle): Rectangle {
  const wide = Math.min(Math.max(width, smallestWindow.width), screen.width)
  const high = Math.min(Math.max(height, smallestWindow.height), screen.height)
  return {
    x: between(x, screen.x, screen.x + screen.width - wide),
    y: between(y, screen.y, screen.y + screen.height - high),
    width: wide,
    height: high,
  }
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

const corner = ({ x, y }: Rectangle): { x: number; y: number } => ({ x, y })

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
