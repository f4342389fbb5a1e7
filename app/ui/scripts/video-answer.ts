import { checkVideo } from './check-video.ts';
import { forgetRecording, keepRecording, keptRecording } from './kept-recording.ts';
import { canRecord, type Recorder, recordVideo } from './record-video.ts';
import { type Sending, sendVideo } from './send-video.ts';

/** Answers a question on video: choose a file or record one, check it, send it while the page stays usable. */
for (const place of document.querySelectorAll<HTMLElement>('[data-video-answer]')) videoAnswer(place);

type Sentences = Record<
  | 'sending'
  | 'sent'
  | 'pause'
  | 'resume'
  | 'offline'
  | 'checking'
  | 'left'
  | 'noCamera'
  | 'wrongKind'
  | 'tooLarge'
  | 'tooLong'
  | 'empty'
  | 'signedOut',
  string
>;

function videoAnswer(place: HTMLElement): void {
  const { videoAnswer: endpoint = '', application = '', question = '' } = place.dataset;
  const limits = { secondsMax: Number(place.dataset.secondsMax), bytesMax: Number(place.dataset.bytesMax) };
  const sentences = JSON.parse(place.dataset.words ?? '{}') as Sentences;
  const kept = `${application} ${question}`;
  const choice = part('[data-video-choice]');
  const fileField = part<HTMLInputElement>('[data-video-file]');
  const error = part('[data-video-error]');
  const progress = part('[data-video-progress]');
  const bar = part<HTMLProgressElement>('[data-video-bar]');
  const status = part('[data-video-status]');
  const pause = part('[data-video-pause]');
  const record = part('[data-video-record]');
  const box = part('[data-recorder]');
  const view = part<HTMLVideoElement>('[data-recorder-view]');
  const boxStatus = part('[data-recorder-status]');
  const stop = part('[data-recorder-stop]');
  const use = part('[data-recorder-use]');
  const again = part('[data-recorder-again]');

  let recorder: Recorder | null = null;
  let recorded: File | null = null;
  let sending: Sending | null = null;
  let isPaused = false;

  // From here on the script sends the file; the form must not send it a second time.
  fileField.removeAttribute('name');
  record.hidden = !canRecord();
  fileField.addEventListener('change', () => {
    const file = fileField.files?.[0];
    if (file !== undefined) void checkAndSend(file);
  });
  record.addEventListener('click', () => void film());
  again.addEventListener('click', () => void film());
  stop.addEventListener('click', () => recorder?.stop());
  part('[data-recorder-drop]').addEventListener('click', closeRecorder);
  use.addEventListener('click', () => {
    if (recorded === null) return;
    const file = recorded;
    closeRecorder();
    void keepRecording(kept, file).then(() => checkAndSend(file));
  });
  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    if (isPaused) sending?.pause();
    else sending?.resume();
    pause.textContent = isPaused ? sentences.resume : sentences.pause;
  });
  window.addEventListener('beforeunload', (event) => {
    if (sending !== null && !isPaused) event.preventDefault();
  });
  void keptRecording(kept).then((file) => {
    if (file !== null) void checkAndSend(file);
  });

  async function checkAndSend(file: File): Promise<void> {
    sayError(null);
    const fault = await checkVideo(file, limits);
    if (fault !== null) {
      fileField.value = '';
      await forgetRecording(kept);
      sayError(sentences[fault]);
      return;
    }
    choice.hidden = true;
    progress.hidden = false;
    status.textContent = sentences.sending;
    sending = await sendVideo(
      file,
      { endpoint, application, question },
      {
        sent(percent) {
          bar.value = percent;
          status.textContent =
            percent < 100 ? sentences.sent.replace('{percent}', String(percent)) : sentences.checking;
          pause.hidden = percent === 100;
        },
        offline() {
          status.textContent = sentences.offline;
        },
        done() {
          sending = null;
          // The page knows the rest: the video, or why it was not taken.
          void forgetRecording(kept).then(() => window.location.reload());
        },
        refused(words) {
          sending = null;
          choice.hidden = false;
          progress.hidden = true;
          fileField.value = '';
          // When only the session is over, the recording waits for its maker to come back.
          if (words !== null) void forgetRecording(kept);
          sayError(words ?? sentences.signedOut);
        },
      },
    );
  }

  async function film(): Promise<void> {
    recorder?.drop();
    sayError(null);
    try {
      recorder = await recordVideo(view, limits.secondsMax, {
        left(seconds) {
          const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
          boxStatus.textContent = sentences.left.replace('{time}', time);
        },
        recorded(file) {
          recorded = file;
          boxStatus.textContent = view.getAttribute('aria-label') ?? '';
          show(stop, false);
          show(use, true);
          show(again, true);
          use.focus();
        },
      });
    } catch {
      // No camera, or its use was not allowed: a file can still be chosen.
      closeRecorder();
      sayError(sentences.noCamera);
      return;
    }
    recorded = null;
    choice.hidden = true;
    box.hidden = false;
    show(stop, true);
    show(use, false);
    show(again, false);
    stop.focus();
  }

  function closeRecorder(): void {
    recorder?.drop();
    recorder = null;
    recorded = null;
    box.hidden = true;
    choice.hidden = false;
  }

  function sayError(sentence: string | null): void {
    error.hidden = sentence === null;
    error.textContent = sentence;
    place.classList.toggle('wrong', sentence !== null);
  }

  function show(element: HTMLElement, isShown: boolean): void {
    element.hidden = !isShown;
  }

  function part<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    const found = place.querySelector<Kind>(selector);
    if (found === null) throw new Error(`the page has no ${selector}`);
    return found;
  }
}
