/**
 * The stage screen: shows the present as soon as it changes, and lets the timer run.
 * EventSource connects again by itself; until it does, the screen says so and goes on with what it has.
 */
const stage = document.querySelector<HTMLElement>('[data-stage]');
let clockAhead = 0;

if (stage !== null) {
  const events = new EventSource(stage.dataset.stage ?? '');
  let shown: string | null = null;
  events.addEventListener('message', (event) => {
    if (shown !== event.data) void refresh(stage);
    shown = event.data;
  });
  const lost = (isLost: boolean) => {
    for (const notice of document.querySelectorAll<HTMLElement>('[data-lost]')) notice.hidden = !isLost;
  };
  events.addEventListener('error', () => lost(true));
  events.addEventListener('open', () => lost(false));
  setClock(stage);
  tick();
  setInterval(tick, 250);
}

async function refresh(screen: HTMLElement): Promise<void> {
  // The screen asks, not a person: it must not keep anybody signed in.
  const answer = await fetch(location.href, { headers: { 'X-Unattended': 'yes' } }).catch(() => null);
  if (answer === null || !answer.ok) {
    setTimeout(() => void refresh(screen), 2_000);
    return;
  }
  const next = new DOMParser()
    .parseFromString(await answer.text(), 'text/html')
    .querySelector<HTMLElement>('[data-stage]');
  if (next === null || next.innerHTML === screen.innerHTML) return;
  screen.className = next.className;
  screen.dataset.now = next.dataset.now ?? '';
  screen.replaceChildren(...next.children);
  setClock(screen);
  tick();
}

/** The hall's laptop may be minutes off; the timer follows the server's clock. */
function setClock(screen: HTMLElement): void {
  clockAhead = Number(screen.dataset.now) - Date.now();
}

function tick(): void {
  const timer = document.querySelector<HTMLElement>('[data-timer-started]');
  if (timer === null) return;
  const { timerStarted, timerSeconds, timerSoon, soon = '', over = '', left = '' } = timer.dataset;
  const passed = (Date.now() + clockAhead - Number(timerStarted)) / 1000;
  const remaining = Math.ceil(Number(timerSeconds) - passed);
  const digits = timer.querySelector('[data-digits]');
  const words = timer.querySelector('[data-words]');
  const state = remaining <= 0 ? 'over' : remaining <= Number(timerSoon) ? 'soon' : 'left';
  const label = { over, soon, left }[state];
  if (timer.dataset.state !== state) timer.dataset.state = state;
  if (words && words.textContent !== label) words.textContent = label;
  if (digits) digits.textContent = clock(Math.max(remaining, 0));
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
