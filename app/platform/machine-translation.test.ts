import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeLibreTranslate } from '#test/fakes/libre-translate.ts';
import { readEnv } from './env.server.ts';
import { translatorOf } from './machine-translation.server.ts';

const ARABIC = 'نطبخ معًا كل يوم جمعة.';
const refusal = (reason: string) => ({ ok: false, reason });

describe('a machine that translates', () => {
  let machine: FakeLibreTranslate;
  let url: string;

  beforeEach(async () => {
    machine = new FakeLibreTranslate();
    url = await machine.open();
  });
  afterEach(() => machine.close());

  const ask = (text: string, to = 'en', { key = machine.key, timeoutMs = 2_000, at = url } = {}) =>
    translatorOf(readEnv({ LIBRETRANSLATE_URL: at, LIBRETRANSLATE_API_KEY: key }), timeoutMs)?.translate(
      text,
      'ar',
      to,
    );

  it('is nobody where none is set up', () => {
    expect(translatorOf(readEnv({}))).toBeNull();
  });

  it('is shown the text and the two languages, and nothing else', async () => {
    machine.teach(ARABIC, 'en', 'We cook together every Friday.');
    expect(await ask(ARABIC)).toEqual({ ok: true, value: 'We cook together every Friday.' });
    expect(machine.shown).toEqual([{ q: ARABIC, source: 'ar', target: 'en', format: 'text', api_key: machine.key }]);
  });

  it('says that it does not know a language, and that a text is too long, from the first letter on', async () => {
    expect(await ask(ARABIC, 'ti')).toEqual(refusal('language-unknown'));
    machine.textLimit = ARABIC.length;
    expect((await ask(ARABIC))?.ok).toBe(true);
    expect(await ask(`${ARABIC}!`)).toEqual(refusal('text-too-long'));
  });

  it('refuses a wrong key, and when it was asked too often', async () => {
    expect(await ask(ARABIC, 'en', { key: 'another' })).toEqual(refusal('machine-refuses'));
    machine.requestsLeft = 1;
    expect((await ask(ARABIC))?.ok).toBe(true);
    expect(await ask(ARABIC)).toEqual(refusal('machine-refuses'));
  });

  it('is silent when it is slow, broken, gone or says nothing', async () => {
    machine.teach(ARABIC, 'en', ' ');
    expect(await ask(ARABIC)).toEqual(refusal('machine-silent'));
    machine.delayMs = 300;
    expect(await ask(ARABIC, 'en', { timeoutMs: 50 })).toEqual(refusal('machine-silent'));
    machine.delayMs = 0;
    machine.isOpen = false;
    expect(await ask(ARABIC)).toEqual(refusal('machine-silent'));
    await machine.close();
    expect(await ask(ARABIC)).toEqual(refusal('machine-silent'));
  });

  it('passes nobody’s words on to another address', async () => {
    const other = new FakeLibreTranslate();
    machine.movedTo = `${await other.open()}/translate`;
    expect(await ask(ARABIC)).toEqual(refusal('machine-silent'));
    expect(other.shown).toEqual([]);
    await other.close();
  });

  it('may stand under a path of its server', async () => {
    expect(await ask(ARABIC, 'en', { at: `${url}/` })).toEqual({ ok: true, value: `[en] ${ARABIC}` });
    expect(await ask(ARABIC, 'en', { at: `${url}/elsewhere` })).toEqual(refusal('machine-silent'));
  });
});
