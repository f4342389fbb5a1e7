/** What the page shows; what it checks is in the script before this one. */

const WORDS = JSON.parse(document.getElementById('words').textContent);
/** The comparison with an earlier board is left out without one. */
const CHECKS_EXPECTED = Object.keys(WORDS.en.checks).length - 1;

const at = (id) => document.getElementById(id);
let language = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag in WORDS) ?? 'en';
let say = WORDS[language];
/** What was answered last, so that it can be said again in another language. */
let report = null;
let found;
let fate;

function made(name, text, attributes = {}) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** What stands in a board is text of unknown direction, and nothing else. */
function quoted(name, text) {
  const element = made(name);
  element.append(made('bdi', text));
  return element;
}

// ---- Asking: a worker where there are workers, so that the page stays alive

let answered;

function hear({ kind, result, answer, fault }) {
  if (kind === 'checked') {
    at('bar').value += 1 / CHECKS_EXPECTED;
    at('status').textContent = say.checks[result.name]?.title ?? result.name;
    return;
  }
  answered(fault === undefined ? { answer } : { fault });
}

/** Null where there are no workers: then nothing can be stopped. */
let worker = null;
let ask = begun();

function begun() {
  try {
    const source = new Blob([at('recounter').textContent], { type: 'text/javascript' });
    const here = new Worker(URL.createObjectURL(source));
    here.addEventListener('message', ({ data }) => hear(data));
    worker = here;
    return (question) => here.postMessage(question);
  } catch {
    return globalThis.answering(hear);
  }
}

/** A board can be made to keep a machine busy: whoever has waited enough begins anew. */
function stop() {
  worker.terminate();
  ask = begun();
  answered({ isStopped: true });
}

function answerTo(question) {
  return new Promise((resolve) => {
    answered = resolve;
    ask(question);
  });
}

// ---- Showing

function show() {
  say = WORDS[language];
  document.documentElement.lang = language;
  document.documentElement.dir = say.direction;
  document.title = say.title;
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say[element.dataset.say];
  for (const button of at('languages').children) button.setAttribute('aria-pressed', String(button.lang === language));
  showReport();
  showFound();
  showFate();
}

function showReport() {
  const isThere = report !== null;
  at('result').hidden = !isThere;
  at('own').hidden = !report?.told;
  at('list').hidden = !report?.checks;
  if (!isThere) return;
  const isGood = report.ok === true;
  at('verdict').textContent = `${isGood ? '✓' : '✗'} ${isGood ? say.held : report.checks ? say.broke : say.unread}`;
  at('verdict').className = isGood ? 'good' : 'bad';
  at('meaning').textContent = isGood ? say.heldMeaning : report.checks ? say.brokeMeaning : report.fault;
  at('told').replaceChildren(...(report.told ? factsOf(report.told) : []));
  // What failed comes first.
  at('checks').replaceChildren(...(report.checks ?? []).toSorted((one, other) => one.ok - other.ok).map(checkItem));
}

function factsOf({ title, ballots, root, winners }) {
  const facts = [
    [say.poll, quoted('span', title)],
    [say.ballots, made('span', String(ballots))],
  ];
  if (report.ok) facts.push([say.winners, winnersOf(winners)], [say.seal, quoted('span', sealOf(root))]);
  return facts.flatMap(([name, value]) => {
    const told = made('dd');
    told.append(value);
    return [made('dt', name), told];
  });
}

function winnersOf(winners) {
  if (winners === null || winners.length === 0) return made('span', winners === null ? say.winnersOpen : say.nobody);
  const list = made('ol');
  list.append(...winners.map((title) => quoted('li', title)));
  return list;
}

/** The first eight bytes of the final root, as the words that stood on the screen in the hall. */
function sealOf(root) {
  const bytes = root.slice(0, 16).match(/../g) ?? [];
  return bytes.map((byte) => WORDS.seal[Number.parseInt(byte, 16)]).join(' ');
}

function checkItem({ name, ok, detail }) {
  const item = made('li', undefined, { class: ok ? 'good' : 'bad', 'data-check': name });
  const { title, means } = say.checks[name] ?? { title: name, means: '' };
  const program = made('details');
  program.open = !ok;
  const words = made('p');
  words.append(made('code', detail, { dir: 'ltr', lang: 'en' }));
  program.append(made('summary', say.program), words);
  const verdict = made('p', `${ok ? '✓' : '✗'} ${ok ? say.holds : say.fails}`, { class: 'verdict' });
  item.append(made('strong', title), verdict, made('p', means), program);
  return item;
}

function notice(tone, sentence, ...more) {
  const box = made('div', undefined, { class: `notice ${tone}` });
  box.append(made('p', sentence), ...more);
  return box;
}

function showFound() {
  if (found === undefined) return at('found').replaceChildren();
  if (found === null) return at('found').replaceChildren(notice('bad', say.notFound));
  if (found.length === 0) return at('found').replaceChildren(notice('good', say.foundBlank));
  // Where ballots put groups in order, the order is what was chosen.
  const list = made(report.told.isRanked ? 'ol' : 'ul');
  list.append(...found.map((title) => quoted('li', title)));
  at('found').replaceChildren(notice('good', say.found, list));
}

function showFate() {
  at('fate').replaceChildren(
    ...(fate === undefined ? [] : [notice(fate === 'unused' || fate === 'void' ? 'good' : 'bad', say.fates[fate])]),
  );
}

// ---- What people do

/** What was noted and cannot be compared with anything is said beside its field, and nothing is checked without it. */
function showRefused(fields) {
  for (const id of ['root', 'manifest']) {
    at(`${id}-error`).hidden = !fields.includes(id);
    at(id).setAttribute('aria-invalid', String(fields.includes(id)));
  }
  if (fields.length === 0) return;
  at('noted').open = true;
  at(fields[0]).focus();
}

let isChecking = false;

async function check() {
  const [file] = at('board').files;
  if (file === undefined) return;
  if (isChecking && worker !== null) stop();
  isChecking = true;
  showRefused([]);
  report = null;
  found = undefined;
  fate = undefined;
  show();
  at('bar').value = 0;
  at('progress').hidden = false;
  at('status').textContent = say.checking;
  const [earlier] = at('before').files;
  const before = earlier === undefined ? null : await earlier.text();
  at('stop').hidden = worker === null;
  const noted = { root: at('root').value, manifest: at('manifest').value, before };
  const { answer, fault, isStopped } = await answerTo({ kind: 'check', file, ...noted, seal: WORDS.seal });
  isChecking = false;
  at('progress').hidden = true;
  at('status').textContent = isStopped ? say.stopped : '';
  if (isStopped) return;
  if (answer?.refused) return showRefused(answer.refused);
  report = answer ?? { fault };
  show();
  at('verdict').focus();
}

at('check').addEventListener('submit', async (event) => {
  event.preventDefault();
  await check();
});
at('stop').addEventListener('click', stop);
at('find').addEventListener('submit', async (event) => {
  event.preventDefault();
  found = (await answerTo({ kind: 'find', text: at('tracker').value })).answer ?? null;
  showFound();
});
at('sheet').addEventListener('submit', async (event) => {
  event.preventDefault();
  fate = (await answerTo({ kind: 'sheet', text: at('code').value })).answer ?? 'typo';
  showFate();
});
for (const kind of ['dragover', 'dragleave', 'drop'])
  addEventListener(kind, async (event) => {
    event.preventDefault();
    at('drop').classList.toggle('over', kind === 'dragover');
    if (kind !== 'drop' || event.dataTransfer.files.length === 0) return;
    at('board').files = event.dataTransfer.files;
    await check();
  });
at('languages').append(
  ...['en', 'ar'].map((tag) => {
    const button = made('button', WORDS[tag].name, { type: 'button', lang: tag });
    button.addEventListener('click', () => {
      language = tag;
      show();
    });
    return button;
  }),
);
show();
