import { fileURLToPath } from 'node:url'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: path('electron/main/main.ts'),
          cli: path('electron/cli/main.ts'),
          sandbox: path('electron/sandbox/main.ts'),
        },
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
    plugins: [
      vue(),
      ui({
        router: false,
        dts: true,
        autoImport: { imports: [], dts: false },
        components: { dirs: [], dts: path('renderer/components.d.ts') },
        ui: { colors: { primary: 'violet', neutral: 'zinc' } },
      }),
    ],
    build: {
      outDir: 'out/renderer',
      rollupOptions: { input: { index: path('renderer/index.html') } },
    },
    worker: { format: 'es' },
  },
})
