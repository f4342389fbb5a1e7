import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { denyImports } from 'vite-env-only';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild, command }) => ({
  plugins: [
    // A component that imports a table would ship it to browsers without a word: make that a build error.
    denyImports({ client: { files: ['db/**', 'emails/**'] } }),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    // The server bundle starts at our own process, so that the database, the outbox and the ballot path exist once.
    {
      name: 'common-pot:server-entry',
      enforce: 'post',
      config: (_, { isSsrBuild }) =>
        isSsrBuild ? { build: { rollupOptions: { input: 'app/server.ts' } } } : undefined,
    },
  ],
  // Whoever starts the build runs React's fast half, whatever their environment says.
  define: command === 'build' ? { 'process.env.NODE_ENV': JSON.stringify('production') } : {},
  // Nothing small is put inline: the security policy takes styles and images from files only.
  build: { target: isSsrBuild ? 'node24' : 'es2020', assetsInlineLimit: 0 },
  // One file starts six times faster than a tree of modules; native packages stay outside.
  ssr:
    command === 'build'
      ? {
          noExternal: true,
          external: [
            'better-sqlite3',
            'pino',
            '@aws-sdk/client-s3',
            '@aws-sdk/s3-request-presigner',
            'notifications-node-client',
            'sharp',
          ],
        }
      : {},
}));
