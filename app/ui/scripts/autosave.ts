/**
 * Saves a form while it is being written, says so, and loses nothing: not when the connection is gone, not when the
 * session is over, not when another window has saved. Until the server has acknowledged it, a copy stays on this device.
 */

import { type ByField, entriesOf, isAnswerControl, textOf } from './form-controls.ts';
import { unsavedCopy } from './unsaved-copy.ts';

/** What `routes/autosave.ts` answers. */
type Answer =
  | { state: 'saved'; revision: number; errors: ByField }
  | { state: 'changed-elsewhere'; revision: number; stored: ByField; by: string | null }
  | { state: 'refused'; errors: ByField }
  | { state: 'signed-out' | 'not-found' | 'left-team' | 'may-not-edit' | 'frozen' };

type Sentences = Record<
  'saving' | 'saved' | 'notSaved' | 'restored' | 'signedOut' | 'frozen' | 'leftTeam' | 'mayNotEdit',
  string
>;

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const QUIET_MS = 800;
const RETRY_MS = 2_000;
const RETRY_MS_MAX = 60_000;
/** Browsers let a page leave behind at most 64 kB. */
const KEEPALIVE_BYTES_MAX = 60_000;

for (const holder of document.querySelectorAll<HTMLElement>('[data-autosave]')) autosave(holder);

function autosave(holder: HTMLElement): void {
  const form = holder.closest('form');
  if (form === null) return;
  const address = holder.dataset.autosave ?? '';
  const what = holder.dataset.what ?? '';
  const sentences = JSON.parse(holder.dataset.words ?? '{}') as Sentences;
  const copyHere = unsavedCopy(`${address} ${what}`);
  const revisionField = form.elements.namedItem('revision') as HTMLInputElement;
  const status = part('[data-save-status]');
  const signIn = part('[data-save-sign-in]');
  const conflict = part('[data-save-conflict]');
  const entries = entriesOf(form);

  let revision = Number(holder.dataset.revision);
  let acknowledged = textOf(storedValues());
  let running: Promise<void> | null = null;
  let timer = 0;
  let failures = 0;
  let isOver = false;

  restore();
  form.addEventListener('input', (event) => {
    if (!isAnswerControl(event.target)) return;
    keepCopy();
    later(QUIET_MS);
  });
  form.addEventListener('focusout', () => void save());
  window.addEventListener('pagehide', () => void save());
  window.addEventListener('online', () => void save());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });
  // A form that is sent while the words are not safe yet waits for them: if that fails, nobody lands on an error page.
  form.addEventListener('submit', (event) => {
    if (isOver || !isDirty()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    void saveAll().then(() => {
      if (!isDirty()) form.requestSubmit(button);
    });
  });
  part('[data-save-keep]').addEventListener('click', () => {
    conflict.hidden = true;
    void save();
  });
  part('[data-save-take]').addEventListener('click', () => {
    fill(JSON.parse(conflict.dataset.stored ?? '{}') as ByField);
    acknowledged = textOf(values());
    conflict.hidden = true;
    copyHere.drop();
    sayStatus('');
    entries[0]?.focus();
  });

  /** No save has the revision -1: until somebody has chosen between two texts, a page that is loaded again asks again. */
  function keepCopy(): void {
    copyHere.keep({ revision: conflict.hidden ? revision : -1, values: values() });
  }

  /** A save that was under way when the button was pressed knows nothing of the last words: the next one does. */
  async function saveAll(): Promise<void> {
    do await save();
    while (isDirty() && failures === 0 && !isOver && conflict.hidden);
  }

  function save(): Promise<void> {
    window.clearTimeout(timer);
    if (running !== null) return running;
    if (isOver || !isDirty() || !conflict.hidden) return Promise.resolve();
    running = send(values()).finally(() => {
      running = null;
      if (isDirty() && failures === 0 && !isOver && conflict.hidden) later(QUIET_MS);
    });
    return running;
  }

  async function send(sent: ByField): Promise<void> {
    sayStatus(sentences.saving);
    const body = new URLSearchParams({ ...sent, what, revision: String(revision) });
    let answer: Answer;
    try {
      const response = await fetch(address, {
        method: 'POST',
        body,
        redirect: 'manual',
        keepalive: body.toString().length < KEEPALIVE_BYTES_MAX,
      });
      if (response.type === 'opaqueredirect') answer = { state: 'signed-out' };
      else if (response.status >= 500) throw new Error(String(response.status));
      else answer = (await response.json()) as Answer;
    } catch {
      // Offline, or the server is being restarted: the copy is on this device, and we come back.
      sayStatus(sentences.notSaved);
      again();
      return;
    }
    take(answer, sent);
  }

  function take(answer: Answer, sent: ByField): void {
    signIn.hidden = answer.state !== 'signed-out';
    if (answer.state === 'saved') {
      failures = 0;
      setRevision(answer.revision);
      acknowledged = textOf(sent);
      if (isDirty()) keepCopy();
      else copyHere.drop();
      const time = new Intl.DateTimeFormat(document.documentElement.lang, CLOCK).format(new Date());
      sayStatus(Object.values(answer.errors)[0] ?? sentences.saved.replace('{time}', time));
    } else if (answer.state === 'changed-elsewhere') {
      failures = 0;
      showConflict(answer.stored, answer.revision, answer.by);
    } else if (answer.state === 'refused') {
      failures = 1;
      sayStatus(Object.values(answer.errors)[0] ?? sentences.notSaved);
    } else if (answer.state === 'signed-out') {
      sayStatus(sentences.signedOut);
      again();
    } else {
      isOver = true;
      const why = { 'left-team': sentences.leftTeam, 'may-not-edit': sentences.mayNotEdit };
      sayStatus(answer.state in why ? why[answer.state as keyof typeof why] : sentences.frozen);
    }
  }

  function again(): void {
    failures += 1;
    const wait = Math.min(RETRY_MS * 2 ** (failures - 1), RETRY_MS_MAX);
    // Spread out, so that a server that comes back is not met by everybody at once.
    later(wait + (wait * (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0)) / 512);
  }

  function later(ms: number): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  }

  /** Both texts on one page; nothing is saved until somebody has chosen. */
  function showConflict(stored: ByField, storedRevision: number, by: string | null): void {
    const who = part('[data-save-by]');
    who.textContent = by;
    who.hidden = by === null;
    setRevision(storedRevision);
    acknowledged = textOf(stored);
    conflict.dataset.stored = JSON.stringify(stored);
    const list = part('[data-save-theirs]');
    list.replaceChildren(
      ...entries
        .filter((entry) => (stored[entry.name] ?? '') !== entry.read())
        .map((entry) => row(entry.label, stored[entry.name] ?? '')),
    );
    sayStatus('');
    conflict.hidden = false;
    keepCopy();
    conflict.focus();
  }

  /** Words that were never acknowledged come back; if somebody else saved meanwhile, both are shown. */
  function restore(): void {
    const copy = copyHere.read();
    if (copy === null) {
      if (isDirty()) later(QUIET_MS);
      return;
    }
    const stored = storedValues();
    if (textOf({ ...stored, ...copy.values }) === textOf(stored)) {
      copyHere.drop();
      return;
    }
    fill({ ...stored, ...copy.values });
    if (copy.revision !== revision) {
      showConflict(stored, revision, null);
      return;
    }
    sayStatus(sentences.restored);
    later(QUIET_MS);
  }

  function values(): ByField {
    return Object.fromEntries(entries.map((entry) => [entry.name, entry.read()]));
  }

  function storedValues(): ByField {
    return Object.fromEntries(entries.map((entry) => [entry.name, entry.readDefault()]));
  }

  /** A field that the other window left empty is emptied here too. */
  function fill(wanted: ByField): void {
    for (const entry of entries) entry.write(wanted[entry.name] ?? '');
  }

  function isDirty(): boolean {
    return textOf(values()) !== acknowledged;
  }

  function setRevision(newest: number): void {
    revision = newest;
    revisionField.value = String(newest);
  }

  function sayStatus(sentence: string): void {
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  function part(selector: string): HTMLElement {
    return holder.querySelector<HTMLElement>(selector) ?? holder;
  }
}

function row(label: string, text: string): HTMLElement {
  const group = document.createElement('div');
  const term = document.createElement('dt');
  const value = document.createElement('dd');
  term.textContent = label;
  value.textContent = text;
  value.className = 'prewrap';
  value.dir = 'auto';
  group.append(term, value);
  return group;
}
