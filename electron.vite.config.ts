import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'
import { thirdPartyNotices } from './build/notices/third-party-notices.ts'
import { builtinsAtHand } from './build/builtins-at-hand.ts'
import { rendererPlugins } from './renderer.config.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** What most commands load: a file that has to be looked up by itself delays each of them, and zod has a hundred. */
const bundled = [
  '@hono/node-server',
  'acorn',
  'commander',
  'conf',
  'csv-parse',
  'csv-stringify',
  'diff',
  'env-paths',
  'eslint-scope',
  'eslint-visitor-keys',
  'fastest-levenshtein',
  'globals',
  'hono',
  'jsonc-parser',
  'ky',
  'node-diff3',
  'p-limit',
  'picocolors',
  'zod',
]

/**
 * What is loaded together, with all that it needs and no group before it has: each file that is loaded by itself
 * delays a start by a third of a millisecond.
 */
const together = [
  {
    name: 'start',
    test: /electron[\\/](core[\\/]runs[\\/](head-start|processes-at-work|sandbox-launcher)|contract[\\/](words|errors))\.ts$/,
  },
  { name: 'command-line', test: /electron[\\/]cli[\\/]run-cli\.ts$/ },
  {
    name: 'studio',
    test: /electron[\\/](core[\\/](studio|workspace[\\/]workspace-calls)|cli[\\/](command-studio|workspace-option|workspace-problems))\.ts$/,
  },
  { name: 'tests', test: /electron[\\/]core[\\/]cases[\\/]test-calls\.ts$/ },
]

export default defineConfig({
  main: {
    plugins: [builtinsAtHand()],
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          index: path('electron/main/main.ts'),
          cli: path('electron/cli/main.ts'),
          sandbox: path('electron/sandbox/main.ts'),
        },
        output: { codeSplitting: { groups: together } },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: path('electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [...rendererPlugins, thirdPartyNotices(import.meta.dirname)],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The editor is one large part of its own; it comes after the first paint.
      chunkSizeWarningLimit: 8_000,
      rollupOptions: { input: { index: path('renderer/index.html') } },
    },
    worker: { format: 'es' },
  },
})
