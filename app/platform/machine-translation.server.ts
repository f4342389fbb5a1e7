import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Env } from './env.server.ts';

export type MachineFault =
  /** It answered not at all, or not in time, or with something else than a translation. */
  | 'machine-silent'
  /** It does not know one of the languages, or not this way round. */
  | 'language-unknown'
  | 'text-too-long'
  /** It was asked too often, or does not take our key. */
  | 'machine-refuses';

/** A machine that translates. Another one is another function of this shape, chosen in `translatorOf`. */
export type Translator = {
  /** Whom the words are sent to, as people are told. */
  readonly host: string;
  /** @param from, to  BCP 47 tags */
  translate(text: string, from: string, to: string): Promise<Outcome<string, MachineFault>>;
};

/** Longer than anybody should look at a page that does not come, shorter than browsers and proxies give up. */
export const MACHINE_TIMEOUT_MS = 20_000;

/** @returns null where no machine is set up: then no word leaves the portal */
export function translatorOf(env: Env, timeoutMs = MACHINE_TIMEOUT_MS): Translator | null {
  const { LIBRETRANSLATE_URL: url, LIBRETRANSLATE_API_KEY: key } = env;
  return url === undefined ? null : libreTranslate(url, key, timeoutMs);
}

/** @source https://docs.libretranslate.com/api/operations/translate/ */
function libreTranslate(url: string, key: string | undefined, timeoutMs: number): Translator {
  const address = new URL('translate', url.endsWith('/') ? url : `${url}/`);
  return {
    host: address.host,
    async translate(text, from, to) {
      const asked = {
        q: text,
        source: from,
        target: to,
        format: 'text',
        ...(key === undefined ? {} : { api_key: key }),
      };
      try {
        const answer = await fetch(address, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(asked),
          // Somebody's words go to the one address that was set, and to no other that it names.
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        const said: unknown = await answer.json();
        return answer.ok ? translationIn(said) : refused(faultOf(answer.status, said));
      } catch {
        return refused('machine-silent');
      }
    },
  };
}

function translationIn(said: unknown): Outcome<string, MachineFault> {
  const text = (said as { translatedText?: unknown } | null)?.translatedText;
  return typeof text === 'string' && text.trim() !== '' ? done(text) : refused('machine-silent');
}

/** Its refusals differ in their sentences only: both a text that is too long and an unknown language are a 400. */
function faultOf(status: number, said: unknown): MachineFault {
  if (status === 403 || status === 429) return 'machine-refuses';
  if (status === 413) return 'text-too-long';
  if (status !== 400) return 'machine-silent';
  const sentence = String((said as { error?: unknown } | null)?.error ?? '');
  return /exceeds text limit/i.test(sentence) ? 'text-too-long' : 'language-unknown';
}
