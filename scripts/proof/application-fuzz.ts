import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { formsIn, type PageForm } from './fuzz-forms.ts';
import { type FuzzRequest, filledIn, PATTERNS, wildRequest } from './fuzz-requests.ts';
import { PEOPLES_TEXTS } from './fuzz-values.ts';
import { FUZZERS, type Fuzzer, type FuzzWorld, prepareFuzzWorld } from './fuzz-world.ts';
import { type Proved, proved } from './promise.ts';
import { onTheWire, type RawAnswer, sendRaw } from './raw-request.ts';
import { type Seeded, seeded } from './seeded.ts';
import { startTrialPortal } from './trial-portal.ts';

const PROMISE =
  'no request to calls and applications ends in a fault, or changes an answer that was not saved by its own';
/** What the forms hold, and with which revision, grows old. */
const REQUESTS_BETWEEN_READINGS = 400;
/** Fewer would mean that the requests no longer reach what they are meant to try. */
const SAVES_SHARE_MIN = 0.02;

type Fuzz = {
  readonly url: string;
  readonly world: FuzzWorld;
  readonly chance: Seeded;
  readonly file: Database.Database;
  /** What every answer and detail is by now, by whose it is. */
  readonly model: Map<string, string>;
  forms: Map<Fuzzer, PageForm[]>;
  saves: number;
};

/** Sends wild requests between honest ones, and compares every answer in the database with what was acknowledged. */
export function proveApplications(requests: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved(PROMISE, tell, async (broken) => {
    const { portal, known } = await startTrialPortal(prepareFuzzWorld);
    const file = new Database(join(portal.folder, 'portal.db'), { readonly: true });
    try {
      const fuzz: Fuzz = {
        url: portal.url,
        world: known,
        chance: seeded(seed),
        file,
        model: new Map(),
        forms: new Map(),
        saves: 0,
      };
      for (const [key, text] of writtenNow(fuzz)) fuzz.model.set(key, text);
      for (let sent = 0; sent < requests; sent += 1) {
        if (sent % REQUESTS_BETWEEN_READINGS === 0) fuzz.forms = await readForms(fuzz);
        const how = fuzz.chance.inHundred(10) ? await saveHonestly(fuzz) : await sendWild(fuzz);
        if (how !== null) broken(`request ${sent}, seed ${seed}: ${how}`);
      }
      if (fuzz.saves < requests * SAVES_SHARE_MIN) broken(`only ${fuzz.saves} of ${requests} requests saved anything`);
      if ((await fetch(portal.url)).status !== 200) broken('the portal no longer answers');
      return requests;
    } finally {
      file.close();
      await portal.stop();
    }
  });
}

async function sendWild(fuzz: Fuzz): Promise<string | null> {
  const request = wildRequest(fuzz.world, fuzz.forms, fuzz.chance);
  if (endsTheDraft(request, fuzz.world)) return null;
  const wire = wired(fuzz, request);
  const cutAt = request.isCut ? fuzz.chance.below(wire.length) : wire.length;
  const answer = await sendRaw(fuzz.url, wire, cutAt);
  if (answer !== null && answer.status >= 500) return `${inWords(request)} ended in ${answer.status}`;
  for (const [key, text] of changes(fuzz)) {
    if (!isOwnSave(fuzz.world, request, answer, key)) return `${inWords(request)} (${answer?.status}) changed ${key}`;
    fuzz.model.set(key, text);
    fuzz.saves += 1;
  }
  return null;
}

/** Amina saves a text, as the page or its script would: what is acknowledged is what she typed, to the letter. */
async function saveHonestly(fuzz: Fuzz): Promise<string | null> {
  const { chance, world } = fuzz;
  const { id: applicationId, questions } = world.draft;
  const question = chance.one(questions.filter(({ kind }) => kind === 'text' || kind === 'line'));
  const text = chance.one(PEOPLES_TEXTS);
  const isScript = chance.inHundred(50);
  const path = isScript
    ? paths.applyAutosave({ applicationId })
    : paths.applyQuestion({ applicationId, questionId: question.id });
  const fields = new URLSearchParams(
    isScript ? { text, what: question.id } : { text, intent: chance.one(['list', 'next', 'stay']) },
  );
  const headers = { Cookie: world.cookies.Amina, 'Content-Type': 'application/x-www-form-urlencoded' };
  const request: FuzzRequest = {
    by: 'Amina',
    method: 'POST',
    path,
    headers,
    body: Buffer.from(fields.toString()),
    isCut: false,
  };
  const answer = await sendRaw(fuzz.url, wired(fuzz, request));
  if (answer?.status !== (isScript ? 200 : 303))
    return `an honest ${inWords(request)} was answered with ${answer?.status}`;
  const key = `${applicationId} ${question.id}`;
  fuzz.model.set(key, text.replace(/\r\n?/g, '\n'));
  fuzz.saves += 1;
  const [other] = changes(fuzz);
  return other === undefined
    ? null
    : `an honest ${inWords(request)} left ${other[0]} as ${JSON.stringify(other[1]).slice(0, 80)}`;
}

/** What stands in the database and not in the model. */
function changes(fuzz: Fuzz): [string, string][] {
  const now = writtenNow(fuzz);
  const changed = [...now].filter(([key, text]) => fuzz.model.get(key) !== text);
  const lost = [...fuzz.model.keys()].filter((key) => !now.has(key)).map((key): [string, string] => [key, 'nothing']);
  return [...changed, ...lost];
}

function writtenNow({ file, world }: Fuzz): Map<string, string> {
  const rows = file
    .prepare<[], { key: string; text: string }>(
      `select application_id || ' ' || question_id as key, text from answer
       union all select id || ' details', json_array(title, one_line, group_name, theme, city, amount_minor, language) from application`,
    )
    .all();
  return new Map(rows.filter(({ key }) => world.owners.has(applicationIn(key))).map(({ key, text }) => [key, text]));
}

const applicationIn = (key: string): Id => key.split(' ')[0] ?? '';

/** Whether a change was asked for by its owner, at the application's own address, and was not refused. */
function isOwnSave(world: FuzzWorld, request: FuzzRequest, answer: RawAnswer | null, key: string): boolean {
  const applicationId = applicationIn(key);
  const isOwn = world.owners.get(applicationId) === request.by && request.path.startsWith(`/apply/${applicationId}/`);
  // A question's page saves the text before it says what is wrong with a film that came along.
  return isOwn && request.method === 'POST' && answer !== null && [200, 303, 422].includes(answer.status);
}

/** What would leave the rest of the run nothing to try: Amina's draft stays a draft. */
function endsTheDraft({ by, method, path }: FuzzRequest, world: FuzzWorld): boolean {
  const isEnd = /\/(withdraw|submit)(\/|\.data)?(\?|$)/i.test(path);
  return by === 'Amina' && method === 'POST' && isEnd && path.includes(world.draft.id);
}

/** The forms that each of them sees on the pages of calls and applications that exist. */
async function readForms({ url, world, chance }: Fuzz): Promise<Map<Fuzzer, PageForm[]>> {
  const forms = new Map<Fuzzer, PageForm[]>();
  for (const fuzzer of FUZZERS) {
    const seen: PageForm[] = [];
    for (const pattern of PATTERNS) {
      const path = filledIn(pattern, world.known, chance, 0);
      const page = await fetch(url + path, { headers: { Cookie: world.cookies[fuzzer] }, redirect: 'manual' });
      const isPage = page.headers.get('Content-Type')?.startsWith('text/html') ?? false;
      if (isPage && page.status === 200) seen.push(...formsIn(await page.text(), path));
      else await page.body?.cancel();
    }
    forms.set(
      fuzzer,
      seen.filter(({ action }) => !action.startsWith('/sign-out')),
    );
  }
  return forms;
}

function wired({ url }: Fuzz, { method, path, headers, body }: FuzzRequest): Buffer {
  return onTheWire(method, path, { Host: new URL(url).host, Origin: url, ...headers }, body);
}

function inWords({ by, method, path, headers, body }: FuzzRequest): string {
  const { Cookie: _, ...rest } = headers;
  return `${method} ${path.slice(0, 200)} by ${by} with ${JSON.stringify(rest).slice(0, 200)} ${JSON.stringify(body.toString('latin1').slice(0, 300))}`;
}
