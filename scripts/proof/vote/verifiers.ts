import { execFile, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { recounterScript, recountingText } from '#app/grant/pitch-day/queries/recount-page.server.ts';
import { invariant } from '#app/kernel/invariant.ts';

/** What a verifier says of a board. */
export type Verdict = { readonly ok: boolean; readonly failed: readonly string[]; readonly winners: unknown };

/** Looks at boards one after another, each as the text of a file. */
export type Verifier = (boards: readonly string[]) => Promise<Verdict[]>;

type Report = { ok: boolean; checks: { name: string; ok: boolean }[]; winners: unknown };

const verdictOf = ({ ok, checks, winners }: Report): Verdict => ({
  ok,
  failed: checks.filter((check) => !check.ok).map((check) => check.name),
  winners,
});

/** recount.mjs as it is, but for its command line, in this process. */
export const byNode: Verifier = async (boards) => {
  const run = new Function('Buffer', 'createHash', 'createPublicKey', 'verify', `${recountingText()}\nreturn recount;`);
  const recount = run(Buffer, createHash, createPublicKey, verify);
  return boards.map((text) => verdictOf(recount(() => JSON.parse(text), {}).report));
};

/** The page's program, in a world that has nothing of Node. */
export const byPage: Verifier = async (boards) => {
  const world = createContext({ TextEncoder });
  runInContext(recounterScript(), world);
  const verdicts: Verdict[] = [];
  const answer = runInContext(
    'answering',
    world,
  )((message: { kind: string; answer?: Report; fault?: string }) => {
    if (message.kind === 'check') {
      verdicts.push(
        message.answer === undefined ? { ok: false, failed: ['fault'], winners: null } : verdictOf(message.answer),
      );
    }
  });
  for (const text of boards) await answer({ kind: 'check', text, before: null, root: '', manifest: '' });
  return verdicts;
};

/** One Python for all boards: it imports recount.py, and asks it what its command line would. */
const MANY = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("recount", "scripts/recount.py")
recount = importlib.util.module_from_spec(spec)
spec.loader.exec_module(recount)
sys.setrecursionlimit(10_000)
for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
    report, *_ = recount.recount(lambda: recount.parsed(line), recount.Noted())
    print(json.dumps(report))
`;

/** Without Python its recount is left out, but for the checks before a release. */
export function isPythonThere(): boolean {
  const isThere = spawnSync('python3', ['--version']).status === 0;
  invariant(isThere || process.env.CI === undefined, 'the recount in Python is proved with python3: install it first');
  return isThere;
}

/** recount.py as it is. */
export const byPython: Verifier = async (boards) => {
  const folder = mkdtempSync(join(tmpdir(), 'recount-many-'));
  try {
    // A board is one line: line feeds inside of its texts are escaped.
    writeFileSync(join(folder, 'boards'), boards.map((board) => `${board}\n`).join(''));
    const { stdout } = await promisify(execFile)('python3', ['-B', '-c', MANY, join(folder, 'boards')], {
      maxBuffer: 2 ** 30,
    });
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => verdictOf(JSON.parse(line)));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
