import { defineConfig } from 'vite';

/**
 * The page of a voting pass, apart from the other scripts: what it shares with the booth would become a file of its own,
 * and the page that a whole hall loads at once would grow by half a kilobyte.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/scripts',
    emptyOutDir: false,
    target: 'es2020',
    manifest: 'manifest-pass.json',
    assetsDir: 'scripts',
    modulePreload: false,
    rollupOptions: { input: { pass: 'app/ui/scripts/pass.ts' } },
  },
});
