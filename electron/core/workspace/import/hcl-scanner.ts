/** A string or heredoc; not plain where Terraform would put other values into it. */
export interface HclTemplate {
  readonly value: string
  readonly isPlain: boolean
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** Goes through Terraform's language piece by piece, without losing its way in strings, heredocs and comments. */
export class HclScanner {
  readonly #text: string
  #at = 0
  /** How far the lines are counted, so that a long file is not counted anew at every place. */
  #counted = { at: 0, line: 1 }

  constructor(text: string) {
    this.#text = text.replace(/^\uFEFF/, '')
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  /** Line of the current place, from 1. */
  get line(): number {
    const { at, line } = this.#counted
    const passed = this.#text.slice(at, this.#at).split('\n').length - 1
    this.#counted = { at: this.#at, line: line + passed }
    return this.#counted.line
  }

  /** Whether a value has come to its end here. */
  get atEndOfValue(): boolean {
    return (
      /^[^\S\n]*(\n|\r|$|\}|#|\/[/*])/.test(this.#text.slice(this.#at, this.#at + 1000)) ||
      this.#isAfterHeredoc
    )
  }

  /** A heredoc takes its line's end with it. */
  get #isAfterHeredoc(): boolean {
    return this.#at > 0 && this.#text[this.#at - 1] === '\n'
  }

  /** Takes what a sticky expression matches here. */
  takeMatch(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at
    const match = sticky.exec(this.#text)
    if (match) this.#at = sticky.lastIndex
    return match
  }

  /** Passes over one comment, string, heredoc, word or other character. */
  skipOne(): void {
    const isOver =
      this.takeMatch(/#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(\*\/|$)/y) ??
      this.takeTemplate() ??
      this.takeMatch(/\w+/y)
    if (isOver === null) this.#at++
  }

  /** Passes over a block with all that is in it, or over one piece. */
  skipBlockOrOne(): void {
    if (this.takeMatch(/\{/y)) this.#skipToClosing()
    else this.skipOne()
  }

  /** Passes over the rest of a value: to the end of its line, or of the bracket that was opened last on it. */
  skipValue(): void {
    let depth = 0
    while (!this.atEnd) {
      const next = this.#text[this.#at] ?? ''
      if (depth === 0 && (next === '\n' || next === '}')) return
      if ('([{'.includes(next)) depth++
      if (')]}'.includes(next)) depth--
      this.skipOne()
      if (depth === 0 && this.#isAfterHeredoc) return
    }
  }

  /** Takes a quoted string or a heredoc, if one stands here. */
  takeTemplate(): HclTemplate | null {
    const heredoc = this.takeMatch(/<<(-?)([A-Za-z_][\w-]*)[^\S\n]*\n/y)
    if (heredoc) return this.#heredoc(heredoc[2] ?? '', heredoc[1] === '-')
    return this.takeMatch(/"/y) ? this.#quoted() : null
  }

  #heredoc(marker: string, isIndented: boolean): HclTemplate {
    const lines: string[] = []
    while (!this.atEnd) {
      const line = this.takeMatch(/[^\n]*(\n|$)/y)?.[0] ?? ''
      if (line.trim() === marker) break
      lines.push(line)
    }
    return finish((isIndented ? withoutIndent(lines) : lines).join(''))
  }

  #quoted(): HclTemplate {
    const from = this.#at
    while (!this.atEnd && this.#text[this.#at] !== '"' && this.#text[this.#at] !== '\n') this.#stepInString()
    const raw = this.#text.slice(from, this.#at)
    this.takeMatch(/"/y)
    return finish(raw, unescaped)
  }

  /** One character, one escape, or one `${...}` with the strings that are in it. */
  #stepInString(): void {
    if (this.takeMatch(/\\[\s\S]?|\$\$\{|%%\{/y)) return
    if (this.takeMatch(/[$%]\{/y) === null) {
      this.#at++
      return
    }
    this.#skipToClosing()
  }

  /** Passes over everything up to the brace that closes the one just taken. */
  #skipToClosing(): void {
    let depth = 1
    while (!this.atEnd && depth > 0) {
      const next = this.#text[this.#at]
      if (next === '{') depth++
      if (next === '}') depth--
      this.skipOne()
    }
  }
}

function finish(raw: string, read: (text: string) => string = (text) => text): HclTemplate {
  const isPlain = !/(?<!\$)\$\{|(?<!%)%\{/.test(raw)
  return { value: read(raw).replaceAll('$${', '${').replaceAll('%%{', '%{'), isPlain }
}

function unescaped(raw: string): string {
  return raw.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g, (whole, escape: string) => {
    if (/^[uU]./.test(escape)) return String.fromCodePoint(Math.min(parseInt(escape.slice(1), 16), 0x10ffff))
    return escapes[escape] ?? whole
  })
}

/** Takes off the indentation that all lines share, as `<<-` asks for. */
function withoutIndent(lines: readonly string[]): readonly string[] {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0)
  const shared = indents.length === 0 ? 0 : Math.min(...indents)
  return lines.map((line) =>
    line.trim() === '' ? line.replace(/^[ \t]*/, (blank) => blank.slice(shared)) : line.slice(shared),
  )
}
