// Runs before the first paint, so that the page never shows in the wrong theme; theme-store.ts takes over.
const choice = localStorage.getItem('studio.theme')
const chosen = /^(contrast-)?(light|dark)$/.test(choice)
const dark = chosen ? choice.endsWith('dark') : matchMedia('(prefers-color-scheme: dark)').matches
const contrast = chosen
  ? choice.startsWith('contrast')
  : matchMedia('(prefers-contrast: more), (forced-colors: active)').matches
document.documentElement.classList.add(dark ? 'dark' : 'light')
document.documentElement.classList.toggle('contrast', contrast)
