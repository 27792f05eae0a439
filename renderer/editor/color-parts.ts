/** A stretch of text in one colour; `class` is what Monaco's theme gives the colour to. */
export interface ColoredPart {
  readonly text: string
  readonly class: string
}

/** Monaco's coloured HTML as parts; the spaces that it makes unbreakable are spaces again, so that they can be copied. */
export function coloredParts(html: string): ColoredPart[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return [...body.querySelectorAll('br, span > span')].map((element) =>
    element.tagName === 'BR'
      ? { text: '\n', class: '' }
      : { text: element.textContent.replaceAll('\u00A0', ' '), class: element.className },
  )
}
