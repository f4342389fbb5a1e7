/**
 * Pays what was approved and dies on the way. Started by `crashes.ts`: ERRAND (JSON) POINT TIMES.
 *
 * POINT is a line that it says ("said made": after the commit, before anything else), or an event of a table ("INSERT bank_file",
 * "UPDATE payout": within the transaction); it kills itself the so-many-th time.
 */
import { writeSync } from 'node:fs';
import { type Errand, payAll, worldOn } from './pay-all.ts';

const [words = '{}', point = '', times = '1'] = process.argv.slice(2);
const errand = JSON.parse(words) as Errand;
const world = worldOn(errand.file, errand.at);
let left = Number(times);
const [event = '', table = ''] = point.split(' ');
if (event !== 'said') {
  world.db.$client.function('die_here', { directOnly: false }, () => {
    die();
    return 0;
  });
  world.db.$client.exec(`create temp trigger here after ${event} on main.${table} begin select die_here(); end`);
}
payAll(world, errand, (line) => {
  writeSync(1, `${line}\n`);
  if (event === 'said' && line.startsWith(table)) die();
});

function die(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}
