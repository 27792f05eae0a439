import { parseSync, type Plugin } from 'vite'

type Statement = ReturnType<typeof parseSync>['program']['body'][number]
type Import = Extract<Statement, { type: 'ImportDeclaration' }>

/**
 * Has the built programs ask Node for its own modules instead of importing them. An import reads every export of a
 * module, and Node makes some of them only when they are first read: ten milliseconds of each start.
 */
export function builtinsAtHand(): Plugin {
  return { name: 'builtins-at-hand', renderChunk: askForBuiltins }
}

/** The same text with each import of one of Node's own modules said as a question to Node. */
export function askForBuiltins(code: string): string {
  return parseSync('program.js', code)
    .program.body.filter(isOfNode)
    .reduceRight((text, { start, end, specifiers, source }) => {
      const module = `process.getBuiltinModule(${JSON.stringify(source.value)})`
      const said = specifiers.map((each) => `const ${namesOf(each)} = ${module};`)
      return text.slice(0, start) + said.join(' ') + text.slice(end)
    }, code)
}

function isOfNode(statement: Statement): statement is Import {
  return statement.type === 'ImportDeclaration' && statement.source.value.startsWith('node:')
}

/** What is declared: the whole of a module, or one of its exports under its own or another name. */
function namesOf(specifier: Import['specifiers'][number]): string {
  if (specifier.type !== 'ImportSpecifier') return specifier.local.name
  const { imported, local } = specifier
  const name = imported.type === 'Identifier' ? imported.name : JSON.stringify(imported.value)
  return `{ ${name}: ${local.name} }`
}
