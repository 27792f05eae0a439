// Runs before the first paint, so that the page never shows in the wrong theme; theme-store.ts takes over.
const choice = localStorage.getItem('studio.theme')
const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.classList.add(dark ? 'dark' : 'light')
