/**
 * The least a server must do to keep a ballot: node:http, JSON, better-sqlite3, synchronous=FULL and the same two rows under
 * the same keys. No token is checked, no signature made, no table has a constraint beyond its keys.
 *
 *   node scripts/bench/bare-ballots.ts FILE (grouped | alone)
 */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';

const [file = '', mode] = process.argv.slice(2);
const GROUP_MAX = 256;

const sqlite = new Database(file);
sqlite.pragma('journal_mode = wal');
sqlite.pragma('synchronous = full');
sqlite.exec(`
  create table spent (poll_id text, token_hash blob, primary key (poll_id, token_hash)) without rowid;
  create table ballot (poll_id text, leaf blob, level text, tracker text, r blob, body text, batch_seq integer,
                       primary key (poll_id, leaf), unique (poll_id, tracker)) without rowid;
`);
sqlite.pragma('synchronous = full');
const insertSpent = sqlite.prepare('insert into spent values (?, ?)');
const insertBallot = sqlite.prepare('insert into ballot values (?, ?, ?, ?, ?, ?, ?)');

type Sent = { readonly token: string; readonly leaf: string; readonly r: string; readonly body: string };
type Waiting = { readonly pollId: string; readonly sent: Sent; readonly response: ServerResponse };

function write({ pollId, sent }: Waiting): void {
  insertSpent.run(pollId, createHash('sha256').update(sent.token).digest());
  const leaf = Buffer.from(sent.leaf, 'hex');
  insertBallot.run(pollId, leaf, 'A', sent.leaf.slice(0, 14), Buffer.from(sent.r, 'hex'), sent.body, 1);
}

function acknowledge({ sent, response }: Waiting): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ leaf: sent.leaf }));
}

let waiting: Waiting[] = [];
const commit = sqlite.transaction((group: readonly Waiting[]) => group.forEach(write));

function commitGroup(): void {
  const group = waiting.slice(0, GROUP_MAX);
  waiting = waiting.slice(GROUP_MAX);
  if (waiting.length > 0) setImmediate(commitGroup);
  commit.immediate(group);
  group.forEach(acknowledge);
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const pollId = request.url?.split('/')[2] ?? '';
    const ballot = { pollId, sent: JSON.parse(Buffer.concat(pieces).toString('utf8')) as Sent, response };
    if (mode === 'alone') {
      commit.immediate([ballot]);
      acknowledge(ballot);
      return;
    }
    if (waiting.length === 0) setImmediate(commitGroup);
    waiting.push(ballot);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
