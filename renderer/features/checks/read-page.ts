import { lexer, type MarkedToken, type Token } from 'marked'

/** A stretch of text; `page` is the page that it leads to. */
export interface TextPart {
  readonly kind: 'plain' | 'code' | 'strong' | 'link'
  readonly text: string
  readonly page?: string
}

export type PageText = readonly TextPart[]

export type PageBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: PageText }
  | { readonly kind: 'list'; readonly items: readonly PageText[] }
  | { readonly kind: 'table'; readonly head: readonly PageText[]; readonly rows: readonly PageText[][] }

/** The page of a check: its heading, what it is about, and the rest. */
export interface CheckPage {
  readonly title: string
  readonly about: PageText
  readonly blocks: readonly PageBlock[]
}

/** Reads a page of `docs/checks`: Markdown that begins with a heading and a paragraph. */
export function readPage(markdown: string): CheckPage {
  const blocks = (lexer(markdown) as MarkedToken[]).flatMap(readBlock)
  const [title, about, ...rest] = blocks
  return {
    title: title?.kind === 'heading' ? title.text : '',
    about: about?.kind === 'paragraph' ? about.text : [],
    blocks: rest,
  }
}

function readBlock(token: MarkedToken): PageBlock[] {
  switch (token.type) {
    case 'heading':
    case 'code':
      return [{ kind: token.type, text: token.text }]
    case 'paragraph':
      return [{ kind: 'paragraph', text: readText(token.tokens) }]
    case 'list':
      return [{ kind: 'list', items: token.items.map(({ tokens }) => readText(tokens)) }]
    case 'table':
      return [
        {
          kind: 'table',
          head: token.header.map(({ tokens }) => readText(tokens)),
          rows: token.rows.map((cells) => cells.map(({ tokens }) => readText(tokens))),
        },
      ]
    default:
      return []
  }
}

function readText(tokens: readonly Token[] = []): TextPart[] {
  return (tokens as MarkedToken[]).flatMap((token): TextPart[] => {
    switch (token.type) {
      case 'codespan':
        return [{ kind: 'code', text: token.text }]
      case 'strong':
        return [{ kind: 'strong', text: token.text }]
      case 'link':
        return [readLink(token.text, token.href)]
      case 'text':
        return token.tokens ? readText(token.tokens) : [{ kind: 'plain', text: token.text }]
      default:
        return [{ kind: 'plain', text: token.raw }]
    }
  })
}

/** A link to another page of the checks; other documents are not in the studio, so that a link to one is its text. */
function readLink(text: string, address: string): TextPart {
  const page = /^([a-z-]+)\.md$/.exec(address)?.[1]
  return page === undefined ? { kind: 'plain', text } : { kind: 'link', text, page }
}
