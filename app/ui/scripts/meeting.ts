/**
 * A page of a meeting follows it: as soon as something moves, the pieces that show it are drawn anew in their places.
 * What somebody is writing or choosing elsewhere on the page stays, and so does what was opened. When something else
 * comes onto the table the page loads itself again. Without scripts there is a link that does the same.
 */
const page = document.querySelector<HTMLElement>('[data-meeting]');
const LIVE = 'data-live';
/** The server is asked again after so long, in milliseconds. */
const AGAIN = 2_000;
let newest = page?.dataset.mark;
let isAsking = false;

if (page !== null) {
  new EventSource(page.dataset.meeting ?? '').addEventListener('message', (event) => {
    newest = (JSON.parse(event.data) as { mark: string }).mark;
    void catchUp(page);
  });
}

/** One question at a time; what moved meanwhile is asked for afterwards. */
async function catchUp(shown: HTMLElement): Promise<void> {
  if (isAsking || shown.dataset.mark === newest) return;
  isAsking = true;
  // The page asks, not a person: it must not keep anybody signed in.
  const address = location.pathname + location.search;
  const answer = await fetch(address, { headers: { 'X-Unattended': 'yes' }, redirect: 'manual' }).catch(() => null);
  const text = answer?.ok ? await answer.text().catch(() => null) : null;
  isAsking = false;
  if (answer?.type === 'opaqueredirect' || answer?.status === 404) location.replace(location.pathname);
  else if (text === null) setTimeout(() => void catchUp(shown), AGAIN);
  else draw(shown, new DOMParser().parseFromString(text, 'text/html').querySelector<HTMLElement>('[data-meeting]'));
}

function draw(shown: HTMLElement, next: HTMLElement | null): void {
  const pieces = next === null ? [] : [...next.querySelectorAll<HTMLElement>(`[${LIVE}]`)];
  const places = pieces.map((piece) => shown.querySelector<HTMLElement>(`[${LIVE}="${piece.getAttribute(LIVE)}"]`));
  const isElsewhere = next === null || next.dataset.table !== shown.dataset.table || places.includes(null);
  // Not "reload": after a post that would post again.
  if (isElsewhere) {
    location.replace(location.pathname + location.search);
    return;
  }
  for (const [at, piece] of pieces.entries()) {
    const place = places[at];
    if (place && place.innerHTML !== piece.innerHTML) exchange(place, piece);
  }
  shown.dataset.mark = next.dataset.mark ?? '';
  if (shown.dataset.mark !== newest) setTimeout(() => void catchUp(shown), AGAIN);
}

/** Whoever was on a button or in an opened part is there again afterwards. */
function exchange(place: HTMLElement, piece: HTMLElement): void {
  const active = place.contains(document.activeElement) ? (document.activeElement?.id ?? '') : '';
  const opened = [...place.querySelectorAll<HTMLDetailsElement>('details[open]')].map(({ id }) => id);
  place.replaceChildren(...piece.childNodes);
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  if (active !== '') document.getElementById(active)?.focus();
}
