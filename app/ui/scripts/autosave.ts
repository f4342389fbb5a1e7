/**
 * Saves a form while it is being written, says so, and loses nothing: not when the connection is gone, not when the
 * session is over, not when another window has saved. Until the server has acknowledged it, a copy stays on this device.
 */

import type { AutosaveAnswer } from '../autosave-answer.ts';
import { type ByField, entriesOf, isAnswerControl, textOf } from './form-controls.ts';
import { mergeFields } from './merge-fields.ts';
import { twoVersions } from './two-versions.ts';
import { unsavedCopy } from './unsaved-copy.ts';

type Sentences = Record<'saving' | 'saved' | 'notSaved' | 'restored' | 'signedOut' | 'frozen', string> &
  Partial<Record<'leftTeam' | 'mayNotEdit' | 'merged', string>>;

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
  const entries = entriesOf(form);
  const versions = twoVersions(part('[data-save-conflict]'), entries, {
    keep: () => void save(),
    take(stored) {
      fill({ ...values(), ...stored });
      if (!isDirty()) copyHere.drop();
      sayStatus('');
      entries[0]?.focus();
      void save();
    },
  });

  let revision = Number(holder.dataset.revision);
  let acknowledged = storedValues();
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

  /** No save has the revision -1: until somebody has chosen between two texts, a page that is loaded again asks again. */
  function keepCopy(): void {
    copyHere.keep({ revision: versions.isOpen() ? -1 : revision, values: values(), base: acknowledged });
  }

  /** A save that was under way when the button was pressed knows nothing of the last words: the next one does. */
  async function saveAll(): Promise<void> {
    do await save();
    while (isDirty() && failures === 0 && !isOver && !versions.isOpen());
  }

  function save(): Promise<void> {
    window.clearTimeout(timer);
    if (running !== null) return running;
    if (isOver || !isDirty() || versions.isOpen()) return Promise.resolve();
    running = send(values()).finally(() => {
      running = null;
      if (isDirty() && failures === 0 && !isOver && !versions.isOpen()) later(QUIET_MS);
    });
    return running;
  }

  async function send(sent: ByField): Promise<void> {
    sayStatus(sentences.saving);
    const body = new URLSearchParams({ ...sent, what, revision: String(revision) });
    let answer: AutosaveAnswer;
    try {
      const response = await fetch(address, {
        method: 'POST',
        body,
        redirect: 'manual',
        keepalive: body.toString().length < KEEPALIVE_BYTES_MAX,
      });
      if (response.type === 'opaqueredirect') answer = { state: 'signed-out' };
      else if (response.status >= 500) throw new Error(String(response.status));
      else answer = (await response.json()) as AutosaveAnswer;
    } catch {
      // Offline, or the server is being restarted: the copy is on this device, and we come back.
      sayStatus(sentences.notSaved);
      again();
      return;
    }
    take(answer, sent);
  }

  function take(answer: AutosaveAnswer, sent: ByField): void {
    signIn.hidden = answer.state !== 'signed-out';
    if (answer.state === 'saved') {
      failures = 0;
      setRevision(answer.revision);
      acknowledged = sent;
      if (isDirty()) keepCopy();
      else copyHere.drop();
      const time = new Intl.DateTimeFormat(document.documentElement.lang, CLOCK).format(new Date());
      sayStatus(Object.values(answer.errors)[0] ?? sentences.saved.replace('{time}', time));
    } else if (answer.state === 'changed-elsewhere') {
      failures = 0;
      meet(acknowledged, answer.stored, answer.revision, answer.by);
    } else if (answer.state === 'refused') {
      failures = 1;
      sayStatus(Object.values(answer.errors)[0] ?? sentences.notSaved);
    } else if (answer.state === 'signed-out') {
      sayStatus(sentences.signedOut);
      again();
    } else {
      isOver = true;
      const why = { 'left-team': sentences.leftTeam, 'may-not-edit': sentences.mayNotEdit };
      sayStatus((answer.state in why ? why[answer.state as keyof typeof why] : undefined) ?? sentences.frozen);
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

  /**
   * Another window has saved since. Where fields stand for themselves (`merged` has words for it), only those that both
   * changed are asked about; elsewhere all that differs is shown.
   */
  function meet(base: ByField | undefined, stored: ByField, storedRevision: number, by: string | null): void {
    setRevision(storedRevision);
    acknowledged = stored;
    const { merged, both } = mergeFields(base ?? {}, values(), stored);
    if (sentences.merged !== undefined && base !== undefined) fill(merged);
    const asked = sentences.merged === undefined || base === undefined ? Object.keys(values()) : both;
    const differing = asked.filter((name) => (stored[name] ?? '') !== values()[name]);
    if (differing.length === 0) {
      sayStatus(sentences.merged ?? '');
      if (isDirty()) later(QUIET_MS);
      else copyHere.drop();
      return;
    }
    sayStatus('');
    versions.show(Object.fromEntries(differing.map((name) => [name, stored[name] ?? ''])), by);
    keepCopy();
    versions.focus();
  }

  /** Words that were never acknowledged come back; if somebody else saved meanwhile, both are shown. */
  function restore(): void {
    const copy = copyHere.read();
    if (copy === null) {
      if (isDirty()) later(QUIET_MS);
      return;
    }
    const stored = storedValues();
    if (copy.revision > revision) {
      // The page is the older one: a copy from this device, made before the last save. What was saved since is in the base.
      setRevision(copy.revision);
      acknowledged = { ...stored, ...copy.base };
      fill({ ...acknowledged, ...copy.values });
      sayStatus(sentences.restored);
      if (isDirty()) later(QUIET_MS);
      return;
    }
    if (textOf({ ...stored, ...copy.values }) === textOf(stored)) {
      copyHere.drop();
      return;
    }
    fill({ ...stored, ...copy.values });
    if (copy.revision !== revision) {
      meet(copy.revision < 0 ? undefined : copy.base, stored, revision, null);
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
    return textOf(values()) !== textOf(acknowledged);
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
