import { defineConfig } from 'vite';

/**
 * One page script apart from the others, named by the mode: `pass`, the page of a voting pass, and `ranked-booth`, where groups
 * are put in order. What they share with the booth would become a file of its own, and the page that a whole hall loads at once
 * would grow by half a kilobyte.
 */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    outDir: 'build/scripts',
    emptyOutDir: false,
    target: 'es2020',
    manifest: `manifest-${mode}.json`,
    assetsDir: 'scripts',
    modulePreload: false,
    rollupOptions: { input: { [mode]: `app/ui/scripts/${mode}.ts` } },
  },
}));
