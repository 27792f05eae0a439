import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import type { Plugin, PluginOption } from 'vite'
import { uiTheme } from './renderer/styles/ui-theme.ts'

/**
 * Icons come from the bundle alone: Iconify's offline build has no code that asks a server.
 * It knows icons by the name they were added under, and Nuxt UI asks for `lucide-x` where it adds `lucide:x`.
 */
const offlineIcons: Plugin = {
  name: 'offline-icons',
  enforce: 'pre',
  resolveId: (id) => (id === '@iconify/vue' ? '\0offline-icons' : null),
  load: (id) =>
    id === '\0offline-icons'
      ? `import { addIcon as add } from '@iconify/vue/offline'
         export { Icon } from '@iconify/vue/offline'
         export const addIcon = (name, icon) => add(name.replace(':', '-'), icon)
         export const iconLoaded = () => true`
      : null,
}

/**
 * Monaco's languages bring every feature of the editor along, and workers of their own.
 * `renderer/editor/monaco-features.ts` names the features, and the page makes the workers itself.
 */
const monacoInParts: Plugin = {
  name: 'monaco-in-parts',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/monaco-editor/')) return null
    if (id.endsWith('/internal/common/workers.js')) return code.replace(/^import '.*$/gm, '')
    return code.replace(/\(\) => new Worker\(new URL\([^)]*\)[^)]*\)/g, 'undefined')
  },
}

/** Says one line of a library in another way; a release that has no such line fails the build. */
function changedLine(name: string, file: string, line: RegExp, instead: string): Plugin {
  return {
    name,
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(file)) return null
      if (!line.test(code)) throw new Error(`${name}: ${file} is written in another way now.`)
      return code.replace(line, instead)
    },
  }
}

/**
 * Monaco computes where characters stand only where all that it tests are as wide as each other; elsewhere it has the
 * page laid out to measure each place. The editor's font has no arrow, which stands for nothing but tabs in a
 * selection, so an arrow of another font must not count.
 */
const widthsOfCharacters = changedLine(
  'widths-of-characters',
  '/browser/config/fontMeasurements.js',
  /(_createRequest\('→', .*?, all, )monospace\)/,
  '$1null)',
)

/**
 * On Linux, Monaco has the page laid out to learn where each character stands, because the widths that it knew once did
 * not outlast a zoom of the browser. By now it hears of a zoom and measures them anew, and it checks now and then
 * whether they hold, so that it may compute there as it does on other systems.
 */
const computedPlacesOnLinux = changedLine(
  'computed-places-on-linux',
  '/browser/viewParts/viewLines/viewLine.js',
  /if \(isLinux \|\| (isFirefox \|\| isSafari)\)/,
  'if ($1)',
)

/** With each frame, Monaco has the page laid out to know where the editor is; only few of its widgets ask for that. */
const measuredWhereAsked = [
  changedLine(
    'not-measured-with-each-frame',
    '/browser/viewParts/overlayWidgets/overlayWidgets.js',
    /this\._viewDomNodeRect = (getDomNodePagePosition\(this\._viewDomNode\.domNode\));/,
    '',
  ),
  changedLine(
    'measured-where-asked',
    '/browser/viewParts/overlayWidgets/overlayWidgets.js',
    /const editorBoundingBox = this\._viewDomNodeRect;/,
    'const editorBoundingBox = getDomNodePagePosition(this._viewDomNode.domNode);',
  ),
]

/** What stands around the toasts to lead the focus in and out can be focused, so it must not be hidden from readers. */
const toastsInReach: Plugin = {
  name: 'toasts-in-reach',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/reka-ui/dist/Toast/FocusProxy.js')
      ? code.replace('tabindex: "0",', 'tabindex: "0", feature: "none",')
      : null,
}

/** What turns the renderer's sources into a page; the build and the component tests share it. */
export const rendererPlugins: PluginOption[] = [
  offlineIcons,
  monacoInParts,
  widthsOfCharacters,
  computedPlacesOnLinux,
  measuredWhereAsked,
  toastsInReach,
  vue(),
  ui({
    // Where the generated theme is put: node_modules/.nuxt-ui here rather than under renderer/.
    root: import.meta.dirname,
    router: false,
    colorMode: false,
    autoImport: false,
    components: false,
    icon: { clientBundle: { scan: { globInclude: ['renderer/**/*.{vue,ts}'] } } },
    ui: uiTheme,
  }),
]
