import { writeBallotBody } from '#app/grant/pitch-day/rules/ballot-body.ts';
import { type BallotCode, readBallotCode, showBallotCode } from '#app/grant/pitch-day/rules/ballot-code.ts';
import { BALLOT_RANDOM_BYTES, leafFrame } from '#app/grant/pitch-day/rules/leaf-frame.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { complain } from './complain.ts';
import { type KeptBallot, keptBallots } from './kept-ballots.ts';
import { keptPasses } from './kept-passes.ts';
import { sendBallot } from './send-ballot.ts';

/** The part of the ballot paper that differs from vote to vote: what can be chosen, and how. */
export type Choices = {
  /** As they go on the ballot. */
  readonly choices: () => number[];
  /** As the voter sees them. */
  readonly titles: () => string[];
  /** Says how many are chosen. */
  readonly count: () => void;
  /** What is wrong with them, in words. */
  readonly fault: () => string | null | undefined;
  /** Under whose frame it is said. */
  readonly field: HTMLElement | undefined;
};

/**
 * The voter's booth. The phone makes the ballot, keeps it, and sends it until there is a receipt.
 * Where a phone cannot (no secure context, no storage, too old) the form works as it arrived.
 */
export function openBooth(choicesOf: (booth: HTMLElement) => Choices): void {
  const found = document.querySelector<HTMLElement>('[data-booth]');
  const store = found === null ? null : keptBallots(found.dataset.booth ?? '');
  const isAble = 'subtle' in crypto && 'isWellFormed' in String.prototype;
  if (found !== null && store !== null && isAble) void vote(found, store, choicesOf(found));
}

type Store = NonNullable<ReturnType<typeof keptBallots>>;
type Step = 'paper' | 'check' | 'receipt';

async function vote(booth: HTMLElement, kept: Store, paper: Choices): Promise<void> {
  const { booth: pollId = '', manifest = '', cast = '', board = '' } = booth.dataset;
  const { choices: chosen, titles, count, fault, field } = paper;
  const form = booth.querySelector<HTMLFormElement>('form');
  const code = form?.querySelector<HTMLInputElement>('[name=token]') ?? null;
  const passes = keptPasses(pollId);
  const takesLetters = booth.dataset.letters === 'yes';

  form?.addEventListener('change', () => {
    count();
    complain(field, null);
  });
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = codeTyped();
    complain(code, typed ? null : (booth.dataset.wordsTypo ?? ''));
    const wrong = chosen().length === 0 ? booth.dataset.wordsNone : fault();
    complain(field, wrong ?? null);
    if (!typed || wrong) return;
    show('check', titles());
  });
  on('change', () => show('paper'));
  on('cast', async () => {
    const typed = codeTyped();
    if (!typed) return show('paper');
    const sheet = await sheetOf(typed.secret);
    const before = kept.all().find((ballot) => ballot.sheet === sheet);
    // This sheet has voted on this phone: its receipt is worth more than a refusal.
    if (before) return resumeWith(before);
    await send(await makeBallot(typed, chosen(), titles()));
  });
  on('another', () => {
    form?.reset();
    count();
    fillInPass();
    show('paper');
  });
  on('forget', () => {
    kept.forget();
    location.replace(location.pathname);
  });

  await resume();

  /** A page that is opened again goes on where it was: with a receipt, or with a ballot still on its way. */
  async function resume(): Promise<void> {
    const scanned = readCode(decodeURIComponent(location.hash.slice(1)));
    // The same sheet in another language: a link would leave the code behind.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.hash = location.hash;
    if (scanned && code) code.value = showBallotCode(scanned);
    else fillInPass();
    if (chosen().length > 0) count();
    const sheet = scanned ? await sheetOf(scanned.secret) : null;
    const before = kept.all().filter((ballot) => sheet === null || ballot.sheet === sheet);
    // With an unused pass somebody came to vote, not to see a receipt again.
    const last = sheet === null && passes.all().length > 0 ? undefined : before.at(-1);
    const next = before.find((ballot) => ballot.token !== undefined) ?? last;
    if (next) await resumeWith(next);
  }

  async function resumeWith(ballot: KeptBallot): Promise<void> {
    if (ballot.token === undefined) showReceipt(ballot);
    else await send(ballot);
  }

  async function makeBallot(
    typed: BallotCode,
    choices: readonly number[],
    names: readonly string[],
  ): Promise<KeptBallot> {
    const r = crypto.getRandomValues(new Uint8Array(BALLOT_RANDOM_BYTES));
    const pass = passes.all().find(({ token }) => token === typed.secret);
    const level = pass ? 'B' : typed.level;
    const body = writeBallotBody({ version: 1, pollId, manifestHash: manifest, level, choices });
    const promises = fromHex(manifest, 32) ?? new Uint8Array();
    const leaf = await sha256(leafFrame(pollId, promises, r, body));
    const [sheet, token] = [await sheetOf(typed.secret), showBallotCode(typed)];
    return { sheet, token, pass: pass?.signature, leaf, r: toHex(r), body, titles: names };
  }

  function codeTyped(): BallotCode | null {
    return readCode(code?.value ?? '');
  }

  function readCode(text: string): BallotCode | null {
    const read = readBallotCode(text);
    return read?.level === 'B-' && !takesLetters ? null : read;
  }

  /** The pass of this device stands where a code is typed: the booth is the same for everybody. */
  function fillInPass(): void {
    const [pass] = passes.all();
    booth.querySelector('[data-pass-note]')?.toggleAttribute('hidden', !pass);
    if (pass && code) code.value = showBallotCode({ secret: pass.token, level: 'A' });
  }

  async function send(ballot: KeptBallot): Promise<void> {
    kept.keep(ballot);
    show('check', ballot.titles);
    say(booth.dataset.wordsSending ?? '');
    disable(true);
    const sent = await sendBallot(cast, ballot, () => say(booth.dataset.wordsRetry ?? ''));
    disable(false);
    if (sent.kind === 'broken') return say(booth.dataset.wordsBroken ?? '');
    if (sent.kind === 'receipt') {
      const { token = '', pass: _, ...rest } = ballot;
      passes.drop(readBallotCode(token)?.secret ?? '');
      const receipt = { ...rest, tracker: sent.tracker, signature: sent.signature };
      kept.keep(receipt);
      return showReceipt(receipt);
    }
    kept.drop(ballot.sheet);
    if (sent.reason === 'leaf-taken' && ballot.token !== undefined) {
      const { choices } = JSON.parse(ballot.body) as { choices: number[] };
      const typed = readCode(ballot.token);
      if (typed) return send(await makeBallot(typed, choices, ballot.titles));
    }
    show('paper');
    complain(code, sent.words);
  }

  function showReceipt(ballot: KeptBallot): void {
    // The code has done its work; it need not stay in the address.
    history.replaceState(null, '', location.pathname);
    const link = booth.querySelector<HTMLAnchorElement>('[data-board-link]');
    const tracker = booth.querySelector('[data-tracker]');
    if (link) link.href = `${board}?tracker=${ballot.tracker ?? ''}`;
    if (tracker) tracker.textContent = ballot.tracker ?? '';
    show('receipt', ballot.titles);
  }

  function show(step: Step, names: readonly string[] = []): void {
    for (const section of booth.querySelectorAll<HTMLElement>('[data-step]')) {
      section.hidden = section.dataset.step !== step;
      if (section.hidden) continue;
      section.querySelector('[data-list]')?.replaceChildren(...names.map(listItem));
      if (step !== 'paper') section.querySelector<HTMLElement>('h2')?.focus();
    }
    say('');
  }

  function say(words: string): void {
    const status = booth.querySelector('[data-status]');
    if (status) status.textContent = words;
  }

  function disable(isSending: boolean): void {
    for (const button of booth.querySelectorAll<HTMLButtonElement>('[data-step=check] button'))
      button.disabled = isSending;
  }

  function on(name: string, work: () => unknown): void {
    booth.querySelector(`[data-do=${name}]`)?.addEventListener('click', () => void work());
  }
}

function listItem(text: string): HTMLLIElement {
  const item = document.createElement('li');
  const title = document.createElement('bdi');
  title.textContent = text;
  item.append(title);
  return item;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
}

/** Eight symbols of a hash: enough to know a sheet again on this phone, useless to find its code. */
async function sheetOf(token: string): Promise<string> {
  return (await sha256(new TextEncoder().encode(`sheet ${token}`))).slice(0, 8);
}
