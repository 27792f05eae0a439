// Runs in the page: tells how what has the focus is marked, by what its look is with the focus and without it.
;(() => {
  const { document, getComputedStyle } = globalThis
  const levels = 4

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

  /** A colour of any notation as red, green, blue and alpha. */
  function parts(color) {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
    return { red, green, blue, alpha: alpha / 255 }
  }

  function over(front, back) {
    const mix = (name) => front[name] * front.alpha + back[name] * (1 - front.alpha)
    return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha: 1 }
  }

  function luminance({ red, green, blue }) {
    const linear = (value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  function contrast(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }

  /** What shows behind an element. */
  function behind(element) {
    const backgrounds = []
    for (let each = element; each; each = each.parentElement) {
      const color = parts(getComputedStyle(each).backgroundColor)
      backgrounds.push(color)
      if (color.alpha === 1) break
    }
    const white = { red: 255, green: 255, blue: 255, alpha: 1 }
    return backgrounds.reduceRight((back, front) => over(front, back), white)
  }

  /** The element and what holds it: a field may be marked by the box round it. */
  function chain(element) {
    const all = [element]
    while (all.length < levels && all.at(-1).parentElement) all.push(all.at(-1).parentElement)
    return all
  }

  function look(element) {
    const {
      outlineStyle,
      outlineWidth,
      outlineColor,
      boxShadow,
      borderTopColor,
      borderTopWidth,
      backgroundColor,
    } = getComputedStyle(element)
    const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
    return {
      outline: hasOutline ? outlineColor : '',
      shadow: boxShadow === 'none' ? '' : boxShadow,
      border: parseFloat(borderTopWidth) > 0 ? borderTopColor : '',
      background: backgroundColor,
    }
  }

  /** The colours of a shadow's layers that are wide enough to be seen. */
  function shadowColors(shadow) {
    const layers = shadow.split(/,(?![^(]*\))/)
    return layers.flatMap((layer) => {
      const color = /(?:rgba?|oklch|oklab|color|lab|lch|hsla?)\([^)]*\)/.exec(layer)?.[0]
      const lengths = [...layer.replace(color ?? '', '').matchAll(/-?[\d.]+px/g)].map(([length]) =>
        parseFloat(length),
      )
      return color && lengths.some((length) => length !== 0) ? [color] : []
    })
  }

  /** How much a mark stands out, the best of several. */
  function markOf(element, focused, plain) {
    const ground = behind(element.parentElement ?? element)
    const marks = []
    const against = (color) => {
      const painted = over(parts(color), ground)
      marks.push(contrast(painted, ground))
      // A line within an element stands on the element's own ground.
      marks.push(Math.min(contrast(over(parts(color), behind(element)), behind(element)), 21))
    }
    if (focused.outline && focused.outline !== plain.outline) against(focused.outline)
    if (focused.shadow !== plain.shadow) shadowColors(focused.shadow).forEach(against)
    if (focused.border && focused.border !== plain.border) against(focused.border)
    if (focused.background !== plain.background)
      marks.push(contrast(over(parts(focused.background), ground), over(parts(plain.background), ground)))
    return Math.max(0, ...marks)
  }

  function nameOf(element) {
    const label = element.getAttribute('aria-label') ?? element.innerText ?? ''
    const role = element.getAttribute('role') ?? element.localName
    return `${role} ${label.trim().slice(0, 40)} <${element.className.toString().slice(0, 60)}>`
  }

  /** The name of what has the focus, and how much its mark stands out; null where nothing has it. */
  globalThis.focusLook = () => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const editor = element.closest('.monaco-editor')
    // Whoever writes sees the cursor.
    if (editor)
      return { name: nameOf(element), isEditor: true, mark: editor.querySelector('.cursor') ? 21 : 0 }
    const all = chain(element)
    const focused = all.map(look)
    element.blur()
    const plain = all.map(look)
    element.focus()
    const marks = all.map((each, at) => markOf(each, focused[at], plain[at]))
    return { name: nameOf(element), isEditor: false, mark: Math.max(...marks) }
  }
})()
