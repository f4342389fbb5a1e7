import { checkRecording } from './check-recording.ts';
import { keptHere } from './kept-here.ts';
import { forgetRecording, isAtServer, keepRecording, keptRecording, noteSent } from './kept-recording.ts';
import { canRecord, type RecorderKind } from './record.ts';
import { recorderBox } from './recorder-box.ts';
import { type Sending, sendRecording } from './send-recording.ts';
import { keyHere } from './unsaved-copy.ts';
import { takePoster } from './video-poster.ts';
import { watchCopy } from './watch-copy.ts';

/** Answers a question aloud, on video or with a file: record or choose, check, send it while the page stays usable. */
for (const place of document.querySelectorAll<HTMLElement>('[data-recorded-answer]')) recordedAnswer(place);

type Sentences = Readonly<Record<string, string>>;

function recordedAnswer(place: HTMLElement): void {
  const { recordedAnswer: endpoint = '', application = '', question = '', way = '' } = place.dataset;
  const limits = { way, secondsMax: Number(place.dataset.secondsMax), bytesMax: Number(place.dataset.bytesMax) };
  const sentences = JSON.parse(place.dataset.words ?? '{}') as Sentences;
  const kept = keyHere(`${application} ${question}`);
  const choice = part('[data-choice]');
  const fileField = part<HTMLInputElement>('[data-file]');
  const error = part('[data-error]');
  const progress = part('[data-progress]');
  const bar = part<HTMLProgressElement>('[data-bar]');
  const status = part('[data-status]');
  const pause = part('[data-pause]');
  const box = place.querySelector<HTMLElement>('[data-recorder]');

  /** What stands here as far as whoever looks at this page knows. */
  let { shown = '' } = place.dataset;
  let sending: Sending | null = null;
  let isPaused = false;

  // From here on the script sends the file; the form must not send it a second time.
  fileField.removeAttribute('name');
  fileField.addEventListener('change', () => {
    const file = fileField.files?.[0];
    if (file !== undefined) void checkAndSend(file);
  });
  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    if (isPaused) sending?.pause();
    else sending?.resume();
    pause.textContent = say(isPaused ? 'resume' : 'pause');
  });
  window.addEventListener('beforeunload', (event) => {
    if (sending !== null && !isPaused) event.preventDefault();
  });
  if (box !== null) offerRecording(box);
  const still = keptHere(part('[data-kept]'), sentences, {
    send: (file) => void keepRecording(kept, file, shown).then(() => checkAndSend(file)),
    drop: () => void forgetRecording(kept),
    // The other one is on the page once it is loaded again.
    leave: () => void forgetRecording(kept).then(() => window.location.reload()),
  });
  void keptRecording(kept).then((found) => {
    if (found === null) return;
    if (isAtServer(found, place.dataset)) void forgetRecording(kept);
    else if (found.mediaId === null) {
      // What came here since then was not seen by whoever made it.
      shown = found.shown ?? shown;
      void checkAndSend(found.file);
    } else still.show(found.file);
  });
  watchCopy(place, sentences);

  function offerRecording(recorder: HTMLElement): void {
    const opened = recorderBox(recorder, limits.secondsMax, sentences, {
      opened: () => {
        sayError(null);
        choice.hidden = true;
      },
      closed: () => {
        choice.hidden = false;
      },
      use: (file) => void keepRecording(kept, file, shown).then(() => checkAndSend(file)),
      failed: sayError,
    });
    for (const button of place.querySelectorAll<HTMLElement>('[data-record]')) {
      button.hidden = !canRecord();
      button.addEventListener('click', () => opened.open(button.dataset.record as RecorderKind));
    }
  }

  async function checkAndSend(file: File): Promise<void> {
    sayError(null);
    const fault = await checkRecording(file, limits);
    if (fault !== null) {
      fileField.value = '';
      sayError(say(fault));
      await noteSent(kept, file, 'refused');
      await showKept();
      return;
    }
    still.hide();
    choice.hidden = true;
    progress.hidden = false;
    status.textContent = say('sending');
    sending = await sendRecording(
      file,
      { endpoint, application, question, shown },
      {
        sent(percent) {
          bar.value = percent;
          status.textContent = percent < 100 ? say('sent').replace('{percent}', String(percent)) : say('checking');
          pause.hidden = percent === 100;
        },
        waiting(words) {
          status.textContent = words ?? say('offline');
        },
        done(mediaId) {
          sending = null;
          void finish(file, mediaId);
        },
        taken(words, there) {
          shown = there;
          stopped(words);
          void noteSent(kept, file, 'refused');
          still.show(file, 'taken');
        },
        refused(words) {
          stopped(words === null ? say('signedOut') : words || say('notTaken'));
          if (words !== null) void noteSent(kept, file, 'refused').then(showKept);
        },
      },
    );
    if (isPaused) sending.pause();
  }

  function stopped(why: string): void {
    sending = null;
    choice.hidden = false;
    progress.hidden = true;
    fileField.value = '';
    sayError(why);
  }

  /** Whatever was refused is still here, to be sent again, saved or thrown away. */
  async function showKept(): Promise<void> {
    const found = await keptRecording(kept);
    if (found !== null && found.mediaId !== null) still.show(found.file);
  }

  /** The page knows the rest: what was sent, or why it was not taken. Until it is ready there, it stays here. */
  async function finish(file: File, mediaId: string): Promise<void> {
    await noteSent(kept, file, mediaId);
    const poster = way === 'file' ? null : await takePoster(file);
    const address = endpoint.replace(/upload$/, `media/${mediaId}/poster`);
    // A picture that does not arrive is made elsewhere, or left out.
    if (poster !== null) {
      const form = new FormData();
      form.append('poster', poster);
      await fetch(address, { method: 'POST', body: form }).catch(() => null);
    }
    window.location.reload();
  }

  function sayError(sentence: string | null): void {
    error.hidden = sentence === null;
    error.textContent = sentence;
    place.classList.toggle('wrong', sentence !== null);
  }

  function say(sentence: string): string {
    return sentences[sentence] ?? '';
  }

  function part<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    const found = place.querySelector<Kind>(selector);
    if (found === null) throw new Error(`the page has no ${selector}`);
    return found;
  }
}
