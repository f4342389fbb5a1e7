/** Films with the camera of this device, up to a limit, and shows the result before anything is sent. */

/** Good enough to see a face and hear a voice; three minutes are about 25 MB. */
const BITS_PER_SECOND = 1_200_000;
const KINDS = [
  'video/mp4;codecs="avc1.42E01E,mp4a.40.2"',
  'video/webm;codecs="vp9,opus"',
  'video/webm;codecs="vp8,opus"',
  'video/webm',
  'video/mp4',
];

export type Recorder = {
  /** Ends the recording; what was said so far is shown. */
  stop(): void;
  /** Lets go of the camera and of what was recorded. */
  drop(): void;
};

export function canRecord(): boolean {
  return typeof MediaRecorder === 'function' && navigator.mediaDevices?.getUserMedia !== undefined;
}

/**
 * @param view  a video element: first a mirror, then the player of what was recorded
 * @throws      when there is no camera, or nobody allowed its use
 */
export async function recordVideo(
  view: HTMLVideoElement,
  secondsMax: number,
  tell: { left(seconds: number): void; recorded(file: File): void },
): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' },
  });
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? '';
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  const begun = Date.now();
  let isDropped = false;
  let source = '';

  view.srcObject = stream;
  view.muted = true;
  view.controls = false;
  view.classList.add('mirror');
  void view.play();
  const clock = window.setInterval(() => {
    const left = Math.max(0, secondsMax - Math.floor((Date.now() - begun) / 1_000));
    tell.left(left);
    if (left === 0 && recorder.state === 'recording') recorder.stop();
  }, 250);

  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.addEventListener('stop', () => {
    letGo();
    if (isDropped) return;
    const type = (recorder.mimeType || mimeType || 'video/webm').split(';')[0] ?? 'video/webm';
    const file = new File(parts, `recording.${type === 'video/mp4' ? 'mp4' : 'webm'}`, { type });
    source = URL.createObjectURL(file);
    view.src = source;
    view.muted = false;
    view.controls = true;
    tell.recorded(file);
  });
  recorder.start(1_000);

  function letGo(): void {
    window.clearInterval(clock);
    for (const track of stream.getTracks()) track.stop();
    view.srcObject = null;
    view.classList.remove('mirror');
  }

  return {
    stop() {
      if (recorder.state === 'recording') recorder.stop();
    },
    drop() {
      isDropped = true;
      if (recorder.state === 'recording') recorder.stop();
      letGo();
      view.removeAttribute('src');
      if (source !== '') URL.revokeObjectURL(source);
    },
  };
}
