const ASK_EVERY_MS = 4_000;

/** Says how far the copy is that every telephone plays, without loading the page again: somebody may be writing. */
export function watchCopy(place: HTMLElement, sentences: Readonly<Record<string, string>>): void {
  const line = place.querySelector<HTMLElement>('[data-copying]');
  if (line === null) return;
  const timer = window.setInterval(async () => {
    const response = await fetch(line.dataset.copying ?? '').catch(() => null);
    if (response === null || !response.ok) return;
    const { state, percent } = (await response.json()) as { state: string; percent: number };
    if (state === 'transcoding') line.textContent = (sentences.copying ?? '').replace('{percent}', String(percent));
    if (state !== 'ready' && state !== 'failed') return;
    window.clearInterval(timer);
    line.textContent = (state === 'ready' ? sentences.copied : sentences.copyFailed) ?? '';
  }, ASK_EVERY_MS);
}
