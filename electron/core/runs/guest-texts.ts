import type { GuestNoteCode } from '../../contract/models/run-problems.ts'
import { say, type HostText } from '../../contract/words.ts'

type Saying = HostText | ((value: string, other: string) => HostText)

/** What is said of a run by the codes that the sandbox notes; the values come with a note. */
const sayings: Readonly<Record<GuestNoteCode, Saying>> = {
  'bigint-value': 'A bigint cannot be carried as JSON; it is left out.',
  'circular-value': 'The value holds itself; it is left out here.',
  'console-arguments': 'FusionAuth documents one argument; what becomes of others, or of none, is not known.',
  'console-capped': (entries, characters) =>
    say`The console is capped at ${Number(entries)} entries and ${Number(characters)} characters; the rest is left out.`,
  'console-lost': 'The run was ended from outside: what it wrote to the console and requested is lost.',
  'console-object': 'How FusionAuth prints an object is not documented; use JSON.stringify.',
  'console-warn':
    'console.warn is not among the methods that FusionAuth documents, though its newest examples call it.',
  'date-value': 'A Date is shown as ISO text; what FusionAuth keeps of one is not documented.',
  'fetch-body-not-string': (type) =>
    type === 'object'
      ? 'The body of a request must be a string, not an object.'
      : say`The body of a request must be a string, not a ${type}.`,
  'fetch-capped': (limit) => say`A run may make ${Number(limit)} requests; this limit is the studio's own.`,
  'fetch-unmatched': (request) =>
    say`No rule answers ${request}; the request failed as a refused connection does.`,
  'function-value': 'A function cannot be carried as JSON; it is left out.',
  'getter-value': 'The value comes from a getter; FusionAuth may not call it.',
  'lone-surrogate': 'The text holds half a character, which UTF-8 cannot carry.',
  'notes-capped': (limit) => say`More than ${Number(limit)} notes; the rest is left out.`,
  'number-not-finite': (number) => say`${number} is no JSON number; it becomes null.`,
  'object-not-plain': 'The value is of a class; only its own fields are carried.',
  'output-capped': (characters, values) =>
    say`The arguments hold more than ${Number(characters)} characters or ${Number(values)} values; what comes from here on is left out.`,
  'promise-returned': 'The function returned a promise; FusionAuth does not wait for one.',
  'rejection-unhandled': (thrown) =>
    say`A promise was rejected and nobody handled it: ${thrown}. What FusionAuth does then is not documented.`,
  'secret-unknown': (name) => say`No test value is given for the secret ${name}; it reads as undefined.`,
  'symbol-key': 'A property whose key is a symbol is left out.',
  'symbol-value': 'A symbol cannot be carried as JSON; it is left out.',
  'undefined-value': 'undefined is not carried; the field is missing afterwards.',
  'value-too-deep': (limit) => say`Nested deeper than ${Number(limit)}; it is left out.`,
  'value-unreadable': 'Reading the value threw; it is left out.',
}

/** What a note of the sandbox says to the user. */
export function guestText(code: GuestNoteCode, [value = '', other = '']: readonly string[] = []): HostText {
  const saying = sayings[code]
  return typeof saying === 'function' ? saying(value, other) : saying
}
