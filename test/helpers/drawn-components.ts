import type { Page } from 'playwright-core'

/**
 * The names of the components that have something in view, read from Vue's own tree: a dialog that is closed is
 * there, but draws nothing.
 */
export function drawnComponents(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const names = new Set()
    const isDrawn = ({ el }) => el instanceof Element && el.getClientRects().length > 0
    const visit = (vnode) => {
      if (vnode === null || typeof vnode !== 'object') return false
      const { component, children } = vnode
      const parts = component ? [component.subTree] : Array.isArray(children) ? children : []
      const drawn = parts.map(visit).includes(true) || (!component && isDrawn(vnode))
      if (drawn && component?.type.__name) names.add(component.type.__name)
      return drawn
    }
    visit(document.querySelector('#app')._vnode)
    return [...names]
  })()`)
}
