import { setFlagsFromString } from 'node:v8'
import ivm from 'isolated-vm'

/** Limits, in megabytes, at which isolated-vm leaves new objects the least room. */
const [least, most] = [64, 255]
/** V8 has three spaces for new objects; each gets four megabytes instead of one. */
const spaceMb = 4
const moreMb = 9

/**
 * Makes an isolate with more room for new objects: what the usual runs of an isolate leave fits in, so that it is given
 * up before V8 looks through them even once. Its limit stays what it is, for old objects get as much less.
 */
export function newIsolate(options: ivm.IsolateOptions & { readonly memoryLimit: number }): ivm.Isolate {
  const { memoryLimit } = options
  if (memoryLimit < least || memoryLimit > most) return new ivm.Isolate(options)
  setSpaces(spaceMb)
  try {
    return new ivm.Isolate({ ...options, memoryLimit: memoryLimit - moreMb })
  } finally {
    setSpaces(0)
  }
}

/** What isolates are made with from here on; 0 is what V8 takes by itself. */
function setSpaces(megabytes: number): void {
  for (const bound of ['min', 'max']) setFlagsFromString(`--${bound}-semi-space-size=${megabytes}`)
}
