import { defineConfig } from 'vite';

/** The small scripts that make a page better where the browser can: one entry each, hashed names, a manifest. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/scripts',
    target: 'es2020',
    manifest: 'manifest.json',
    assetsDir: 'scripts',
    modulePreload: false,
    rollupOptions: {
      input: {
        page: 'app/ui/scripts/page.ts',
        'leave-nothing': 'app/ui/scripts/leave-nothing.ts',
        autosave: 'app/ui/scripts/autosave.ts',
        'kept-pages': 'app/ui/scripts/kept-pages.ts',
        'score-sheet': 'app/ui/scripts/score-sheet.ts',
        costs: 'app/ui/scripts/costs.ts',
        'recorded-answer': 'app/ui/scripts/recorded-answer.ts',
        booth: 'app/ui/scripts/booth.ts',
        stage: 'app/ui/scripts/stage.ts',
        'running-order': 'app/ui/scripts/running-order.ts',
        follow: 'app/ui/scripts/follow.ts',
        control: 'app/ui/scripts/control.ts',
        meeting: 'app/ui/scripts/meeting.ts',
      },
    },
  },
});
