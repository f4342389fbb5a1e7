/**
 * The facilitator's page: it follows the stage, and a press that finds no connection is neither lost nor sent in silence.
 * The page stays, says so, and the button can be pressed again: the same press twice counts once.
 */
import './follow.ts';

const ANSWER_WITHIN = 10_000;

const control = document.querySelector<HTMLElement>('[data-control]');
const lost = control?.querySelector<HTMLElement>('[data-lost]');
let isOut = false;

control?.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  // Now as the browser would by itself: see below.
  if (form.dataset.plainly !== undefined) return;
  event.preventDefault();
  if (!isOut) void press(form, event.submitter);
});

async function press(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  isOut = true;
  if (lost) lost.hidden = true;
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) asked.append(name, String(value));
  const late = new AbortController();
  setTimeout(() => late.abort(), ANSWER_WITHIN);
  const answer = await fetch(location.pathname, {
    method: 'POST',
    body: asked,
    redirect: 'manual',
    signal: late.signal,
  }).catch(() => null);
  isOut = false;
  delete form.dataset.sent;
  if (answer === null || answer.status >= 500) {
    if (lost) lost.hidden = false;
    return;
  }
  // It was done, and the page shows how things stand.
  if (answer.type === 'opaqueredirect') return location.replace(location.pathname);
  // It was refused: asking once more in the usual way shows the reasons where they belong.
  form.dataset.plainly = '';
  form.requestSubmit(button);
}
