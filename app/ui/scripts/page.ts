import { countWords } from '#app/grant/application/rules/words.ts';
import { forgetOfOthers } from './forget-kept-pages.ts';
import { forgetDoneSignOut } from './sign-out-waits.ts';

/** What every page gains where scripts run. Nothing here is needed to finish a task. */
document.documentElement.classList.add('js');

/** A double click or an impatient second tap sends one form once. */
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset.sent === 'yes') {
    event.preventDefault();
    return;
  }
  if (form.hasAttribute('data-once')) {
    form.dataset.sent = 'yes';
    // Coming back with the back button shows the page as it was left: let it be sent again.
    window.addEventListener('pageshow', () => delete form.dataset.sent, { once: true });
    window.setTimeout(() => delete form.dataset.sent, 8_000);
  }
});

/** "Please fill this in." three times over says little: each reason gets the name of its field before it. */
for (const reason of document.querySelectorAll<HTMLAnchorElement>('[data-focus] li > a[href^="#"]')) {
  const id = reason.hash.slice(1);
  const label =
    document.querySelector(`label[for="${CSS.escape(id)}"]`) ??
    document.getElementById(id)?.closest('fieldset')?.querySelector('legend');
  if (!label?.textContent?.trim()) continue;
  const said = document.createElement('bdi');
  // With the language of its words, which may be another than the page's.
  said.append(...[...label.childNodes].map((node) => node.cloneNode(true)));
  reason.before(said, ': ');
}

/** After a refusal, start where the reasons are. */
document.querySelector<HTMLElement>('[data-focus]')?.focus();

for (const counter of document.querySelectorAll<HTMLElement>('[data-counter-for]')) {
  const field = document.getElementById(counter.dataset.counterFor ?? '') as HTMLTextAreaElement | null;
  const max = Number(counter.dataset.max);
  if (field === null) continue;
  const count = () => {
    const words = countWords(field.value);
    counter.textContent = (counter.dataset.words ?? '').replace('{count}', String(words));
    counter.classList.toggle('over', words > max);
  };
  field.addEventListener('input', count);
  count();
}

/** Buttons that only make sense with scripts. */
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.addEventListener('click', () => window.print());
}

/** Copies what is shown beside the button; where the browser will not, it is marked, ready to be copied by hand. */
for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const shown = document.getElementById(button.dataset.copy ?? '');
  const said = button.parentElement?.querySelector('[role="status"]');
  button.addEventListener('click', async () => {
    if (shown === null) return;
    try {
      await navigator.clipboard.writeText(shown.textContent ?? '');
      if (said) said.textContent = button.dataset.copied ?? '';
    } catch {
      document.getSelection()?.selectAllChildren(shown);
    }
  });
}

void forgetOfOthers();
forgetDoneSignOut();

/** The quick way out leaves no entry to come back to. */
for (const exit of document.querySelectorAll<HTMLAnchorElement>('[data-leave]')) {
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    document.body.hidden = true;
    window.location.replace(exit.href);
  });
}
