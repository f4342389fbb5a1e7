import { checkRecording } from './check-recording.ts';
import { forgetRecording, keepRecording, keptRecording } from './kept-recording.ts';
import { canRecord, type RecorderKind } from './record.ts';
import { recorderBox } from './recorder-box.ts';
import { type Sending, sendRecording } from './send-recording.ts';
import { takePoster } from './video-poster.ts';
import { watchCopy } from './watch-copy.ts';

/** Answers a question aloud, on video or with a file: record or choose, check, send it while the page stays usable. */
for (const place of document.querySelectorAll<HTMLElement>('[data-recorded-answer]')) recordedAnswer(place);

type Sentences = Readonly<Record<string, string>>;

function recordedAnswer(place: HTMLElement): void {
  const { recordedAnswer: endpoint = '', application = '', question = '', way = '' } = place.dataset;
  const limits = { way, secondsMax: Number(place.dataset.secondsMax), bytesMax: Number(place.dataset.bytesMax) };
  const sentences = JSON.parse(place.dataset.words ?? '{}') as Sentences;
  const kept = `${application} ${question}`;
  const choice = part('[data-choice]');
  const fileField = part<HTMLInputElement>('[data-file]');
  const error = part('[data-error]');
  const progress = part('[data-progress]');
  const bar = part<HTMLProgressElement>('[data-bar]');
  const status = part('[data-status]');
  const pause = part('[data-pause]');
  const box = place.querySelector<HTMLElement>('[data-recorder]');

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
  void keptRecording(kept).then((file) => {
    if (file !== null) void checkAndSend(file);
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
      use: (file) => void keepRecording(kept, file).then(() => checkAndSend(file)),
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
      await forgetRecording(kept);
      sayError(say(fault));
      return;
    }
    choice.hidden = true;
    progress.hidden = false;
    status.textContent = say('sending');
    sending = await sendRecording(
      file,
      { endpoint, application, question },
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
        refused(words) {
          sending = null;
          choice.hidden = false;
          progress.hidden = true;
          fileField.value = '';
          // When only the session is over, the recording waits for its maker to come back.
          if (words !== null) void forgetRecording(kept);
          sayError(words ?? say('signedOut'));
        },
      },
    );
  }

  /** The page knows the rest: what was sent, or why it was not taken. */
  async function finish(file: File, mediaId: string): Promise<void> {
    await forgetRecording(kept);
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
