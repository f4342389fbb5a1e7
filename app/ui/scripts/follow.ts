/**
 * A page that follows: it loads itself again when what it shows has moved on, and counts ballots as they arrive.
 * Without scripts there is a link or a button that does the same.
 */
const page = document.querySelector<HTMLElement>('[data-follow]');

if (page !== null) {
  const { follow = '', followKey = '', followValue = '', posted } = page.dataset;
  new EventSource(follow).addEventListener('message', (event) => {
    const signal = JSON.parse(event.data) as Record<string, unknown>;
    for (const ballots of page.querySelectorAll('[data-ballots]')) ballots.textContent = String(signal.ballots);
    if (String(signal[followKey]) === followValue) return;
    // After a post, loading again would post again.
    if (posted === undefined) location.reload();
    else location.replace(location.pathname);
  });
}
