/**
 * A page that follows: it loads itself again when what it shows has moved on, and counts as it is told. Where somebody has
 * begun to fill in a page that says so itself, it is offered instead, and taken by a press.
 * Without scripts there is a link or a button that does the same.
 */
const page = document.querySelector<HTMLElement>('[data-follow]');
/** A page that was asked for comes within this time, or it was a file and this page stays. In milliseconds. */
const LEAVING = 5_000;
let leftAt = -LEAVING;
addEventListener('beforeunload', () => {
  leftAt = performance.now();
});

if (page !== null) {
  const { follow = '', followKey = '', followValue = '', posted } = page.dataset;
  const offers = page.querySelectorAll<HTMLElement>('[data-moved-on]');
  const stale = page.querySelectorAll<HTMLElement>('[data-until-moved-on]');
  let isBegun = false;
  if (offers.length > 0) page.addEventListener('input', () => (isBegun = true));
  new EventSource(follow).addEventListener('message', (event) => {
    const signal = JSON.parse(event.data) as Record<string, unknown>;
    for (const count of page.querySelectorAll<HTMLElement>('[data-count]'))
      count.textContent = String(signal[count.dataset.count ?? '']);
    if (String(signal[followKey]) === followValue) return;
    if (offers.length > 0 && isBegun) {
      for (const offer of offers) offer.hidden = false;
      for (const said of stale) said.hidden = true;
    } else moveOn(posted !== undefined);
  });
}

/** Somebody who has just pressed a link gets where it leads: loading this page again would swallow the press. */
function moveOn(wasPosted: boolean): void {
  if (performance.now() - leftAt < LEAVING) setTimeout(moveOn, LEAVING, wasPosted);
  // After a post, loading again would post again.
  else if (wasPosted) location.replace(location.pathname);
  else location.reload();
}
