import { defineConfig } from 'vite';

/** The worker that shows kept pages: one file that imports nothing, because not every browser takes a worker of modules. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/offline',
    target: 'es2020',
    modulePreload: false,
    rollupOptions: {
      input: { 'offline-worker': 'app/ui/scripts/offline-worker.ts' },
      output: { format: 'iife', entryFileNames: '[name].js' },
    },
  },
});
