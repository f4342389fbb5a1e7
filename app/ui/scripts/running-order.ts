/**
 * Drags a row of the running order by its handle, with any pointer, and sends where it was let go. The buttons beside
 * it do the same one step at a time, without scripts and from a keyboard.
 */
/** In pixels: this near to the edge of the window, a drag scrolls. */
const EDGE = 48;

const order = document.querySelector<HTMLElement>('[data-order]');
const form = order?.querySelector<HTMLFormElement>('form[hidden]');

for (const handle of order?.querySelectorAll<HTMLElement>('[data-drag]') ?? []) {
  handle.addEventListener('pointerdown', (event) => {
    const row = handle.closest('tr');
    // Only the first finger, and of a mouse only its main button.
    if (row === null || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    drag(handle, row, event.pointerId);
  });
}

function drag(handle: HTMLElement, row: HTMLTableRowElement, pointerId: number): void {
  const body = row.parentElement;
  if (body === null) return;
  const before = [...body.children];
  const listening = new AbortController();
  const { signal } = listening;
  const end = (isKept: boolean) => {
    listening.abort();
    row.classList.remove('dragged');
    const place = [...body.children].indexOf(row);
    if (!isKept) body.replaceChildren(...before);
    else if (place !== before.indexOf(row)) send(handle.dataset.drag ?? '', place + 1);
  };
  row.classList.add('dragged');
  // Taking the row out of the page and putting it in again loses a captured pointer, so the whole window listens.
  const ofThis = (does: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) does(event);
  };
  addEventListener(
    'pointermove',
    ofThis(({ clientY }) => follow(body, row, clientY)),
    { signal },
  );
  addEventListener(
    'pointerup',
    ofThis(() => end(true)),
    { signal },
  );
  addEventListener(
    'pointercancel',
    ofThis(() => end(false)),
    { signal },
  );
  addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
}

/** The row goes before the first neighbour whose middle is below the pointer. */
function follow(body: Element, row: Element, pointerY: number): void {
  const others = [...body.children].filter((other) => other !== row);
  const next = others.find((other) => {
    const { top, height } = other.getBoundingClientRect();
    return pointerY < top + height / 2;
  });
  const isThere = next === undefined ? body.lastElementChild === row : row.nextElementSibling === next;
  if (!isThere) body.insertBefore(row, next ?? null);
  if (pointerY < EDGE) scrollBy(0, -EDGE / 4);
  if (pointerY > innerHeight - EDGE) scrollBy(0, EDGE / 4);
}

function send(pitchId: string, place: number): void {
  if (!form) return;
  for (const [name, value] of Object.entries({ id: pitchId, place: String(place) })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  form.requestSubmit();
}
