/**
 * Pages of a panel for when there is no internet: kept when somebody asks for it, made the same as what the portal
 * allows at every visit, and marked as a copy when they are shown from this device.
 */
import { forgetKeptPages, keptFor, markKept } from './forget-kept-pages.ts';
import { keepPages, keptList, keptMegabytes } from './keep-pages.ts';
import { sendUnsentSheets } from './send-unsent-sheets.ts';
import { showUnsentSheets } from './show-unsent-sheets.ts';

type Words = Record<
  'copy' | 'notKept' | 'handIn' | 'back' | 'backOnSheet' | 'progress' | 'kept' | 'failed' | 'full' | 'none',
  string
>;

const holder = document.querySelector<HTMLElement>('[data-offline]');
if (holder !== null && 'serviceWorker' in navigator && 'caches' in window) keptPages(holder);

function keptPages(holder: HTMLElement): void {
  const words = JSON.parse(holder.dataset.words ?? '{}') as Words;
  const { reader = '', keptAt, notKept } = document.body.dataset;
  const box = document.querySelector<HTMLElement>('[data-keep]');
  const start = box?.querySelector<HTMLButtonElement>('[data-keep-start]');
  const drop = box?.querySelector<HTMLButtonElement>('[data-keep-drop]');
  const status = box?.querySelector<HTMLElement>('[data-keep-status]');
  const { lang } = document.documentElement;
  // As the server writes dates: the day before the month.
  const locale = `${lang === 'en' ? 'en-GB' : lang}-u-nu-latn`;
  let running: Promise<void> | null = null;

  if (keptAt !== undefined) {
    const at = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const copy = words.copy.replace('{time}', at.format(Number(keptAt)));
    announce(notKept === undefined ? copy : `${words.notKept} ${copy}`);
    // What is on a recording's address cannot be had here: a player that does not play says less than none.
    for (const player of document.querySelectorAll<HTMLElement>('video, audio')) player.hidden = true;
  }
  // Before any other listener: a form that leaves now would end on the browser's own page.
  window.addEventListener(
    'submit',
    (event) => {
      // Who hands her phone on where there is no internet still leaves nothing on it.
      if (navigator.onLine || (event.target as HTMLFormElement).matches('[data-sign-out]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      announce(words.handIn);
      holder.scrollIntoView({ block: 'center' });
    },
    true,
  );
  window.addEventListener('online', () => {
    const isSheet = document.querySelector('[data-what="sheet"]') !== null;
    if (!holder.hidden) announce(isSheet ? words.backOnSheet : words.back);
    void visit();
  });
  // A sheet that is left may have been saved since: its copy is the next thing somebody may open in a tunnel.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void visit();
  });
  start?.addEventListener('click', () => void begin());
  drop?.addEventListener('click', async () => {
    await forgetKeptPages();
    show(words.none, false);
    start?.focus();
  });
  if (box !== null) box.hidden = false;
  void visit();

  async function begin(): Promise<void> {
    // One that was told to stop may not have noticed yet: it must not take this for its own.
    await running;
    try {
      markKept(reader);
      const { worker = '', scope = '' } = holder.dataset;
      await navigator.serviceWorker.register(worker, { scope, updateViaCache: 'none' });
    } catch {
      await forgetKeptPages();
      show(words.failed, false);
      return;
    }
    await agree();
  }

  /** Anybody may have words here that are not sent; only who asked for it once has pages here. */
  async function visit(): Promise<void> {
    const isKeeping = keptFor() === reader;
    if (navigator.onLine) {
      showUnsentSheets(await sendUnsentSheets());
      if (isKeeping) await agree();
    } else if (isKeeping) await showKept();
  }

  function agree(): Promise<void> {
    running ??= agreeNow().finally(() => {
      running = null;
    });
    return running;
  }

  async function agreeNow(): Promise<void> {
    try {
      const kept = await keepPages(holder.dataset.offline ?? '', ({ count, all }) =>
        show(words.progress.replace('{count}', String(count)).replace('{all}', String(all)), true),
      );
      if (kept === null) show(words.none, false);
      else await showKept();
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      show(isFull ? words.full : words.failed, (await keptList()) !== null);
    }
  }

  async function showKept(): Promise<void> {
    const kept = await keptList();
    if (kept === null) return;
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
    const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    const sheets = kept.pages.filter(({ isSheet }) => isSheet).length;
    show(
      words.kept
        .replace('{count}', String(sheets))
        .replace('{size}', size.format(await keptMegabytes()))
        .replace('{until}', day.format(kept.until)),
      true,
    );
  }

  function show(sentence: string, isKept: boolean): void {
    if (status) status.textContent = sentence;
    if (start) start.hidden = isKept;
    if (drop) drop.hidden = !isKept;
  }

  function announce(sentence: string): void {
    holder.hidden = false;
    const line = holder.querySelector('p');
    if (line !== null) line.textContent = sentence;
  }
}
