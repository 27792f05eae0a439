// Runs in the page, most often before its own scripts, and measures from inside. Times are milliseconds since 1970, so that they
// can be compared with those of other processes.
const { performance, document, MessageChannel, PerformanceObserver, addEventListener } = globalThis
const nextFrame = globalThis.requestAnimationFrame.bind(globalThis)

const since1970 = (time) => performance.timeOrigin + time

/** From the callback of a frame, calls back once it is drawn: a message that is sent from there comes after it. */
function onceDrawn(tell) {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => tell(since1970(performance.now()))
  port2.postMessage(null)
}

/** Calls back with the time at which the next frame is drawn. */
const afterFrame = (tell) => nextFrame(() => onceDrawn(tell))

/**
 * Resolves with the time at which the first frame was drawn in which something is so. Where the next frame begins before
 * the message of one has come, it was drawn by then.
 */
function frameOf(isSo) {
  return new Promise((resolve) => {
    let found = false
    const look = (drawn) => {
      if (found || !isSo()) return
      found = true
      resolve(drawn)
    }
    const frame = () => {
      look(since1970(performance.now()))
      if (found) return
      onceDrawn(look)
      nextFrame(frame)
    }
    nextFrame(frame)
  })
}

const editorLines = () =>
  document.querySelector('.monaco-editor[role=code] .view-lines, .monaco-editor .view-lines')

/** Whether the first editor, which is that of the body, shows a text. */
function bodyShows(text) {
  // Monaco draws spaces as no-break ones.
  return (editorLines()?.textContent ?? '').replaceAll('\u00A0', ' ').includes(text)
}

/** Of a page that begins: the frame with the list of lambdas, and the one with the body of a lambda. */
const begins = document.readyState === 'loading'
const shell = begins && frameOf(() => document.querySelector('[role=treeitem]') !== null)
const body = begins && frameOf(() => bodyShows('function'))

let timed

/** Times what the next press of a mouse button or a key leads to: until a text shows in the editor. */
function timePress(eventName, text) {
  timed = new Promise((resolve) => {
    const pressed = (event) => {
      const at = since1970(event.timeStamp)
      void frameOf(() => bodyShows(text)).then((shown) => resolve(shown - at))
    }
    addEventListener(eventName, pressed, { capture: true, once: true })
  })
}

/** Resolves with the name of the chosen tab once the editor shows what its lambda's body begins with. */
function chosenTab() {
  const name = () => document.querySelector('[role=tab][aria-selected=true][data-id]')?.textContent ?? ''
  const number = () => Number(/\d+/.exec(name())?.[0])
  return frameOf(() => bodyShows(`This is lambda ${number()}.`)).then(name)
}

let watching

/** Watches frames, long tasks, and how long each key takes until the next frame is drawn. */
function watch() {
  const seen = { keys: [], frames: [], longTasks: [] }
  let last
  const frame = (time) => {
    if (watching !== seen) return
    if (last !== undefined) seen.frames.push(time - last)
    last = time
    nextFrame(frame)
  }
  nextFrame(frame)
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
  const press = (event) => {
    const at = since1970(event.timeStamp)
    afterFrame((drawn) => seen.keys.push(drawn - at))
  }
  addEventListener('keydown', press, { capture: true })
  watching = seen
  seen.end = () => {
    watching = undefined
    observer.disconnect()
    globalThis.removeEventListener('keydown', press, { capture: true })
    const { keys, frames, longTasks } = seen
    return { keys, frames, longTasks }
  }
}

/** Scrolls the members on, so many pixels with each frame. */
function scrollOn(pixels, frames) {
  const element = [...document.querySelectorAll('[role=table] [role=rowgroup]')].at(-1)
  return new Promise((resolve) => {
    const step = (left) => {
      element.scrollTop += pixels
      if (left > 1) nextFrame(() => step(left - 1))
      else resolve(element.scrollTop + element.clientHeight >= element.scrollHeight - 1)
    }
    step(frames)
  })
}

globalThis.probe = {
  shell,
  body,
  timePress,
  timed: () => timed,
  chosenTab,
  watch,
  seen: () => watching.end(),
  scrollOn,
}
