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
/** Of the wild ones. Fewer would mean that they no longer reach what they are meant to try. */
const WILD_SAVES_SHARE_MIN = 0.01;

type Fuzz = {
  readonly url: string;
  readonly world: FuzzWorld;
  readonly chance: Seeded;
  readonly file: Database.Database;
  /** What every answer and detail is by now, by whose it is. */
  readonly model: Map<string, string>;
  forms: Map<Fuzzer, PageForm[]>;
  tried: number;
  wild: number;
  wildSaves: number;
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
        tried: 0,
        wild: 0,
        wildSaves: 0,
      };
      for (const [key, text] of writtenNow(fuzz)) fuzz.model.set(key, text);
      for (let sent = 0; fuzz.tried < requests; sent += 1) {
        if (sent % REQUESTS_BETWEEN_READINGS === 0) fuzz.forms = await readForms(fuzz);
        const how = fuzz.chance.inHundred(10) ? await saveHonestly(fuzz) : await sendWild(fuzz);
        if (how !== null) broken(`request ${sent}, seed ${seed}: ${how}`);
      }
      if (fuzz.wildSaves < fuzz.wild * WILD_SAVES_SHARE_MIN) {
        broken(`only ${fuzz.wildSaves} of ${fuzz.wild} wild requests saved anything`);
      }
      if ((await fetch(portal.url)).status !== 200) broken('the portal no longer answers');
      return fuzz.tried;
    } finally {
      file.close();
      await portal.stop();
    }
  });
}

async function sendWild(fuzz: Fuzz): Promise<string | null> {
  const request = wildRequest(fuzz.world, fuzz.forms, fuzz.chance);
  if (endsTheDraft(request, fuzz.world)) return null;
  fuzz.tried += 1;
  fuzz.wild += 1;
  const wire = wired(fuzz, request);
  const cutAt = request.isCut ? fuzz.chance.below(wire.length) : wire.length;
  const answer = await sendRaw(fuzz.url, wire, cutAt);
  if (answer !== null && answer.status >= 500) return `${inWords(request)} ended in ${answer.status}`;
  const changed = changes(fuzz);
  for (const [key, text] of changed) {
    fuzz.model.set(key, text);
    if (!isOwnSave(fuzz.world, request, answer) || !asksFor(request, fuzz.world.draft.questions, key, text)) {
      return `${inWords(request)} (${answer?.status}) made ${key} ${JSON.stringify(text).slice(0, 200)}`;
    }
  }
  if (changed.length > 1) return `${inWords(request)} changed ${changed.length} things at once`;
  fuzz.wildSaves += changed.length;
  return null;
}

/**
 * Amina saves a text, as the page or its script would: with the revision she saw, which now and then somebody has
 * overtaken. What is acknowledged is what she typed, to the letter; what is refused changed nothing.
 */
async function saveHonestly(fuzz: Fuzz): Promise<string | null> {
  const { chance, world } = fuzz;
  const { id: applicationId, questions } = world.draft;
  const question = chance.one(questions.filter(({ kind }) => kind === 'text' || kind === 'line'));
  const typed = chance.one(PEOPLES_TEXTS);
  const isScript = chance.inHundred(50);
  const isStale = chance.inHundred(20);
  const path = isScript
    ? paths.applyAutosave({ applicationId })
    : paths.applyQuestion({ applicationId, questionId: question.id });
  const revision = String(revisionOf(fuzz, question.id) + (isStale ? 1 + chance.below(9) : 0));
  const fields = new URLSearchParams(
    isScript
      ? { text: typed, what: question.id, revision }
      : { text: typed, intent: chance.one(['list', 'next', 'stay']), revision },
  );
  const headers = { Cookie: world.cookies.Amina, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = Buffer.from(fields.toString());
  const request: FuzzRequest = { by: 'Amina', method: 'POST', path, headers, body, isCut: false };
  const key = `${applicationId} ${question.id}`;
  const text = written(typed);
  // Her own words again are no conflict: an answer got lost on the way, and she sends them once more.
  const isRefused = isStale && fuzz.model.get(key) !== text;
  const saved = isScript ? 200 : 303;
  fuzz.tried += 1;
  const answer = await sendRaw(fuzz.url, wired(fuzz, request));
  if (answer?.status !== (isRefused ? 409 : saved)) {
    return `an honest ${inWords(request)} was answered with ${answer?.status}`;
  }
  if (!isRefused) fuzz.model.set(key, text);
  const [other] = changes(fuzz);
  return other === undefined
    ? null
    : `an honest ${inWords(request)} left ${other[0]} as ${JSON.stringify(other[1]).slice(0, 80)}`;
}

const written = (typed: string) => typed.replace(/\r\n?/g, '\n');

function revisionOf({ file, world }: Fuzz, questionId: Id): number {
  const find = file.prepare('select revision from answer where application_id = ? and question_id = ?').pluck();
  return (find.get(world.draft.id, questionId) as number | undefined) ?? 0;
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

/** Whether a change came from the owner of Amina's draft, the only one that is open, and was not refused. */
function isOwnSave(world: FuzzWorld, { by, method }: FuzzRequest, answer: RawAnswer | null): boolean {
  // A question's page saves the text before it says what is wrong with a film that came along.
  return by === 'Amina' && world.owners.get(world.draft.id) === by && !READS.has(method) && isTaken(answer);
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** With 202 Remix says "go there" to those who ask for data. */
const TAKEN: ReadonlySet<number> = new Set([200, 202, 303, 422]);
const isTaken = (answer: RawAnswer | null) => answer !== null && TAKEN.has(answer.status);

type Questions = FuzzWorld['draft']['questions'];

/** Whether this request says that this, and nothing else, is to be written there: its address and its words say so. */
function asksFor(request: FuzzRequest, questions: Questions, key: string, text: string): boolean {
  const [applicationId = '', what = ''] = key.split(' ');
  const { pathname } = new URL(request.path, 'http://localhost');
  const own = pathname.replace(/\.data$/, '').replace(/\/$/, '');
  const at = `/apply/${applicationId}`;
  const said = sentIn(request);
  const names =
    own === `${at}/questions/${what}` ||
    (own === `${at}/${what}` && what === 'details') ||
    (own === `${at}/autosave` && said('what').includes(what));
  if (!names || what === 'details') return names;
  const texts = said('text').map(written);
  const { kind } = questions.find(({ id }) => id === what) ?? {};
  // Costs are put together from many fields, and several choices from many values; no field at all empties an answer.
  if (kind === 'money-table') return true;
  return kind === 'choices' ? texts.join('\n') === text : (texts[0] ?? '') === text;
}

/** Every value of a field that stands in a body, whichever way the body says it. */
function sentIn({ headers, body }: FuzzRequest): (name: string) => string[] {
  const said = body.toString('utf8');
  if (!/^multipart\//.test(headers['Content-Type'] ?? '')) return (name) => new URLSearchParams(said).getAll(name);
  return (name) =>
    said
      .split(`name="${name}"`)
      .slice(1)
      // A file by that name is no text.
      .filter((rest) => !rest.startsWith('; filename='))
      .map((rest) => /\r\n\r\n([\s\S]*?)\r\n--/.exec(rest)?.[1] ?? '');
}

/** What would leave the rest of the run nothing to try: Amina's draft stays a draft. */
function endsTheDraft({ by, method, path }: FuzzRequest, world: FuzzWorld): boolean {
  // As the portal reads it: a backslash is a slash.
  const isEnd = /\/(withdraw|submit)(\/|\.data)?(\?|$)/i.test(path.replaceAll('\\', '/'));
  return by === 'Amina' && !READS.has(method) && isEnd && path.includes(world.draft.id);
}

/** The forms that each of them sees on the pages of calls and applications that exist. */
async function readForms({ url, world, chance }: Fuzz): Promise<Map<Fuzzer, PageForm[]>> {
  const forms = new Map<Fuzzer, PageForm[]>();
  for (const fuzzer of FUZZERS) {
    const seen: PageForm[] = [];
    for (const path of [
      ...PATTERNS.map((pattern) => filledIn(pattern, world.known, chance, 0)),
      ...ownPages(world, fuzzer),
    ]) {
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

/** Where Amina writes: found by chance, they would be too few to try anything with. */
function ownPages({ draft: { id: applicationId, questions } }: FuzzWorld, fuzzer: Fuzzer): string[] {
  if (fuzzer !== 'Amina') return [];
  const answers = questions.map(({ id: questionId }) => paths.applyQuestion({ applicationId, questionId }));
  return [paths.applyDetails({ applicationId }), ...answers];
}

function wired({ url }: Fuzz, { method, path, headers, body }: FuzzRequest): Buffer {
  return onTheWire(method, path, { Host: new URL(url).host, Origin: url, ...headers }, body);
}

function inWords({ by, method, path, headers, body }: FuzzRequest): string {
  const { Cookie: _, ...rest } = headers;
  return `${method} ${path.slice(0, 200)} by ${by} with ${JSON.stringify(rest).slice(0, 200)} ${JSON.stringify(body.toString('latin1').slice(0, 300))}`;
}
