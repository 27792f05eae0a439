/** A named piece of TypeScript that parameters or other shapes refer to. */
export interface Shape {
  readonly name: string
  /** One or more ambient declarations; every field carries its meaning as JSDoc. */
  readonly text: string
  /** Shapes that the text refers to. */
  readonly needs: readonly Shape[]
}

/** Each shape once, in an order in which a shape comes after all that it needs. */
export function withNeeds(shapes: readonly Shape[]): readonly Shape[] {
  const found = new Set<Shape>()
  const visit = (shape: Shape): void => {
    if (found.has(shape)) return
    shape.needs.forEach(visit)
    found.add(shape)
  }
  shapes.forEach(visit)
  return [...found]
}
