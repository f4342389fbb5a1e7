import { type Recorder, type RecorderKind, record } from './record.ts';

type Sentences = Readonly<Record<string, string>>;

/**
 * The box in which somebody records: sees or hears themselves, holds, stops, looks at it again, uses it or not.
 *
 * @param tell  `opened` and `closed` around it; `use` with what is to be sent; `failed` when nothing can be recorded
 */
export function recorderBox(
  box: HTMLElement,
  secondsMax: number,
  sentences: Sentences,
  tell: { opened(): void; closed(): void; use(file: File): void; failed(sentence: string): void },
): { open(kind: RecorderKind): void } {
  const view = part<HTMLVideoElement>('view');
  const sound = part<HTMLAudioElement>('sound');
  const loud = part<HTMLMeterElement>('loud');
  const status = part('status');
  const stop = part('stop');
  const pause = part('pause');
  const use = part('use');
  const again = part('again');

  let kind: RecorderKind = 'video';
  let recorder: Recorder | null = null;
  let recorded: File | null = null;
  let source = '';
  let isPaused = false;

  again.addEventListener('click', () => void open(kind));
  stop.addEventListener('click', () => recorder?.stop());
  part('drop').addEventListener('click', close);
  pause.addEventListener('click', () => {
    isPaused = recorder?.pause() ?? false;
    pause.textContent = say(isPaused ? 'recordGoOn' : 'recordPause');
  });
  use.addEventListener('click', () => {
    const file = recorded;
    close();
    if (file !== null) tell.use(file);
  });

  async function open(wanted: RecorderKind): Promise<void> {
    forget();
    kind = wanted;
    isPaused = false;
    try {
      recorder = await record(kind, secondsMax, {
        seen: mirror,
        time(used, left) {
          status.textContent = say(isPaused ? 'paused' : 'left', { used: clock(used), time: clock(left) });
        },
        loud(level) {
          loud.value = level;
        },
        recorded: look,
      });
    } catch {
      // No device, or its use was not allowed: a file can still be chosen.
      close();
      tell.failed(say(kind === 'video' ? 'noCamera' : 'noMicrophone'));
      return;
    }
    tell.opened();
    pause.textContent = say('recordPause');
    show([box, stop, pause, loud], true);
    show([use, again, sound], false);
    view.hidden = kind !== 'video';
    stop.focus();
  }

  function mirror(stream: MediaStream): void {
    if (kind !== 'video') return;
    view.srcObject = stream;
    view.muted = true;
    view.controls = false;
    view.classList.add('mirror');
    void view.play();
  }

  /** What was recorded, to be seen or heard before it is used. */
  function look(file: File, seconds: number): void {
    recorded = file;
    source = URL.createObjectURL(file);
    view.srcObject = null;
    view.classList.remove('mirror');
    const player = kind === 'video' ? view : sound;
    player.src = source;
    player.muted = false;
    player.controls = true;
    player.hidden = false;
    status.textContent = say(kind === 'video' ? 'lookFirst' : 'listenFirst', { used: clock(seconds) });
    use.textContent = say(kind === 'video' ? 'useVideo' : 'useVoice');
    show([stop, pause, loud], false);
    show([use, again], true);
    use.focus();
  }

  function close(): void {
    forget();
    box.hidden = true;
    tell.closed();
  }

  function forget(): void {
    recorder?.drop();
    recorder = null;
    recorded = null;
    view.srcObject = null;
    view.removeAttribute('src');
    sound.removeAttribute('src');
    if (source !== '') URL.revokeObjectURL(source);
    source = '';
  }

  function say(sentence: string, values: Readonly<Record<string, string>> = {}): string {
    const filled = Object.entries(values);
    return filled.reduce((text, [name, value]) => text.replace(`{${name}}`, value), sentences[sentence] ?? '');
  }

  function part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
    const found = box.querySelector<Kind>(`[data-recorder-${name}]`);
    if (found === null) throw new Error(`the recorder has no ${name}`);
    return found;
  }

  return { open: (wanted) => void open(wanted) };
}

function show(elements: readonly HTMLElement[], isShown: boolean): void {
  for (const element of elements) element.hidden = !isShown;
}

/** 125 seconds are 2:05. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
