import { readLetterCode, showLetterCode } from '#app/grant/pitch-day/rules/letter-code.ts';
import { ISSUING_KEY_BYTES } from '#app/grant/pitch-day/rules/pass.ts';
import { makeToken, TOKEN_RANDOM_BYTES } from '#app/grant/pitch-day/rules/token.ts';
import { frame } from '#app/kernel/frame.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { blind, unblind } from './blinding.ts';
import { complain } from './complain.ts';
import { type Asking, keptAskings } from './kept-askings.ts';
import { keptPasses } from './kept-passes.ts';
import { sendUntilAnswered } from './send-ballot.ts';

/**
 * The page of the letter. The device makes a token, blinds it, has it signed with the code of the letter, and keeps the
 * pass. It keeps the asking before anything is sent, so that a lost answer loses no vote.
 */
const found = document.querySelector<HTMLElement>('[data-pass]');
if (found !== null) {
  if ('subtle' in crypto && 'isWellFormed' in String.prototype && mayRemember()) openPass(found);
  else found.querySelector('[data-unable]')?.removeAttribute('hidden');
}

/** A pass that is lost is a lost vote. */
function mayRemember(): boolean {
  try {
    localStorage.setItem('pass/test', 'x');
    localStorage.removeItem('pass/test');
    return true;
  } catch {
    return false;
  }
}

function openPass(page: HTMLElement): void {
  const { pass: pollId = '', key = '', issue = '' } = page.dataset;
  const passes = keptPasses(pollId);
  const askings = keptAskings(pollId);
  const modulus = fromHex(key, ISSUING_KEY_BYTES) ?? new Uint8Array();
  const form = page.querySelector<HTMLFormElement>('form');
  const field = form?.querySelector<HTMLInputElement>('[name=code]') ?? null;
  const written = readLetterCode(decodeURIComponent(location.hash.slice(1)));
  // The same letter in another language, or voting directly: a link would leave the code behind.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang], a[data-direct]'))
    link.hash = location.hash;
  if (written.ok && field !== null) field.value = showLetterCode(written.value);
  // Whose pass it is, the device does not know any more: who shares it with somebody says so by a button.
  if (passes.all().length > 0) show('have');

  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = readLetterCode(field?.value ?? '');
    complain(field, code.ok ? null : (page.dataset.wordsTypo ?? ''));
    if (code.ok) void ask(code.value);
  });
  page.querySelector('[data-do=another]')?.addEventListener('click', () => {
    show('ask');
    field?.focus();
  });

  async function ask(code: string): Promise<void> {
    say(page.dataset.wordsWorking);
    disable(true);
    try {
      await askWith(askings.with(code) ?? (await newAsking(code)));
    } finally {
      disable(false);
    }
  }

  async function newAsking(code: string): Promise<Asking> {
    const token = makeToken(crypto.getRandomValues(new Uint8Array(TOKEN_RANDOM_BYTES)));
    const { blinded, unblinding } = await blind(modulus, await hashOf(token));
    const asking = { code, token, blinded: toHex(blinded), unblinding: toHex(unblinding) };
    askings.keep(asking);
    return asking;
  }

  async function askWith(asking: Asking): Promise<void> {
    const { code, token, blinded } = asking;
    const body = new URLSearchParams({ code: showLetterCode(code), blinded });
    const answer = await sendUntilAnswered(issue, { body }, () => say(page.dataset.wordsRetry));
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      // Kept where it may still be answered: too early, too late, or while wrong codes must wait.
      if (['wrong-code', 'already-issued', 'bad-request'].includes(said.reason)) askings.drop(code);
      say('');
      return complain(field, String(said.words ?? page.dataset.wordsBroken));
    }
    const signed = fromHex(String(said.signature), ISSUING_KEY_BYTES) ?? new Uint8Array();
    const back = fromHex(asking.unblinding, ISSUING_KEY_BYTES) ?? new Uint8Array();
    const signature = await unblind(modulus, await hashOf(token), signed, back);
    if (signature === null) return say(page.dataset.wordsBroken);
    // In this order: whatever happens between the two, the pass is still there.
    passes.keep({ token, signature: toHex(signature) });
    askings.drop(code);
    // The code has done its work; it need not stay in the address, nor in the field for the next person.
    form?.reset();
    history.replaceState(null, '', location.pathname);
    show('have');
  }

  async function hashOf(token: string): Promise<Uint8Array> {
    const framed = frame('tok/v1', pollId, token);
    return new Uint8Array(await crypto.subtle.digest('SHA-256', framed as BufferSource));
  }

  function show(step: 'ask' | 'have'): void {
    say('');
    for (const section of page.querySelectorAll<HTMLElement>('[data-step]'))
      section.hidden = section.dataset.step !== step;
    if (step === 'have') page.querySelector<HTMLElement>('[data-step=have] h2')?.focus();
  }

  function say(words = ''): void {
    const status = page.querySelector('[data-status]');
    if (status) status.textContent = words;
  }

  function disable(isAsking: boolean): void {
    for (const button of form?.querySelectorAll('button') ?? []) button.disabled = isAsking;
  }
}
