/**
 * Carries files to their store in a process of its own that is killed in the middle, so many milliseconds after it
 * began. Started by `s3-store.test.ts` with the files' names; the settings are in the environment.
 */
import { readEnv } from '#app/platform/env.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';

const [dieAfterMs = '0', ...names] = process.argv.slice(2);
const store = openFileStore(readEnv(process.env));
// The first use loads the SDK, which takes longer than everything else.
await store.remove('nothing');
setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(dieAfterMs));
for (const name of names) await store.carry(name);
