import type { IndexedPicture, Picture } from './png.ts'

/**
 * Gives a picture a palette of 256 colours: those that most pixels have. What is left, mostly edges of letters, gets
 * the colour of the palette that is nearest.
 */
export function reduceColours({ width, height, pixels }: Picture): IndexedPicture {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = spread([...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour))
  const places = new Map(palette.map((colour, place) => [colour, place]))
  const indexed = new Uint8Array(width * height)
  for (let at = 0; at < indexed.length; at++) {
    const colour = colourAt(pixels, at * 3)
    let place = places.get(colour)
    if (place === undefined) places.set(colour, (place = nearestPlace(palette, colour)))
    indexed[at] = place
  }
  return { width, height, pixels: indexed, palette }
}

/** The first 256 of colours, the commonest first, leaving out what is all but the same as one before. */
function spread(colours: readonly number[]): readonly number[] {
  const chosen: number[] = []
  const [most, alike] = [256, 24]
  for (const colour of colours) {
    if (chosen.length === most) break
    // The commonest are surfaces, which have to stay as they are.
    const isSurface = chosen.length < 48
    if (isSurface || chosen.every((each) => distance(each, colour) > alike)) chosen.push(colour)
  }
  return chosen
}

function nearestPlace(palette: readonly number[], colour: number): number {
  let best = 0
  for (let place = 1; place < palette.length; place++)
    if (distance(palette[place]!, colour) < distance(palette[best]!, colour)) best = place
  return best
}

/** How far two colours are apart, squared. */
function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16)
  const green = ((a >> 8) & 255) - ((b >> 8) & 255)
  const blue = (a & 255) - (b & 255)
  return red * red + green * green + blue * blue
}

function colourAt(pixels: Uint8Array, at: number): number {
  return (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!
}
