import { defineConfig } from 'vite';

/** What runs in a thread of its own beside the server: one bundle each. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/worker',
    target: 'node24',
    ssr: true,
    rollupOptions: { input: { 'rank-worker': 'app/grant/assessment/commands/rank-worker.server.ts' } },
  },
  ssr: { noExternal: true },
});
