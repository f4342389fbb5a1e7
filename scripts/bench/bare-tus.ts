/**
 * The least a server must do to take in a resumable upload: node:http and `@tus/server`, one folder. Nobody signs in,
 * nothing is hashed, read or recorded.
 *
 *   node scripts/bench/bare-tus.ts FOLDER
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

const [directory = ''] = process.argv.slice(2);
const tus = new Server({ path: '/apply/upload', datastore: new FileStore({ directory }), relativeLocation: true });
const server = createServer((incoming, outgoing) => void tus.handle(incoming, outgoing));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
