import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { terminalText } from './terminal-text.ts'

/** Asks the person at the terminal; null where there is none. What is typed for a secret is not shown. */
export async function ask(question: string, kind?: 'secret'): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  process.stderr.write(terminalText(question))
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const input = createInterface({
    input: process.stdin,
    output: kind === 'secret' ? silent : process.stderr,
    terminal: true,
  })
  const answer = await new Promise<string | null>((resolve) => {
    input.once('line', resolve)
    input.once('close', () => resolve(null))
  })
  input.close()
  if (kind === 'secret') process.stderr.write('\n')
  return answer
}
