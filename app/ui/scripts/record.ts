/** Records with the camera or the microphone of this device, up to a limit, and hands over the result before it is sent. */

/** Good enough to see a face and hear a voice; three minutes are about 25 MB. */
const VIDEO_BITS_PER_SECOND = 1_200_000;
/** Speech, clearly; three minutes are about a megabyte. */
const VOICE_BITS_PER_SECOND = 48_000;
const KINDS = {
  video: [
    'video/mp4;codecs="avc1.42E01E,mp4a.40.2"',
    'video/webm;codecs="vp9,opus"',
    'video/webm;codecs="vp8,opus"',
    'video/webm',
    'video/mp4',
  ],
  voice: [
    'audio/mp4;codecs="mp4a.40.2"',
    'audio/webm;codecs="opus"',
    'audio/ogg;codecs="opus"',
    'audio/webm',
    'audio/mp4',
  ],
} as const;
const ENDINGS: Readonly<Record<string, string>> = { 'audio/mp4': 'm4a', 'video/mp4': 'mp4', 'audio/ogg': 'ogg' };

export type RecorderKind = keyof typeof KINDS;

export type Recorder = {
  /** Holds the recording, or goes on with it. */
  pause(): boolean;
  /** Ends the recording. */
  stop(): void;
  /** Lets go of camera, microphone and of what was recorded. */
  drop(): void;
};

type Tell = {
  seen(stream: MediaStream): void;
  time(used: number, left: number): void;
  loud(level: number): void;
  recorded(file: File, seconds: number): void;
};

export function canRecord(): boolean {
  return typeof MediaRecorder === 'function' && navigator.mediaDevices?.getUserMedia !== undefined;
}

/**
 * @param tell   `time` in whole seconds, again and again; `loud` from 0 to 1; `recorded` once, with the seconds it took
 * @throws       when there is no camera or microphone, or nobody allowed its use
 */
export async function record(kind: RecorderKind, secondsMax: number, tell: Tell): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: kind === 'video' && { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' },
  });
  try {
    return recordFrom(stream, kind, secondsMax, tell);
  } catch (error) {
    // A light that stays on beside the camera is a fright.
    for (const track of stream.getTracks()) track.stop();
    throw error;
  }
}

function recordFrom(stream: MediaStream, kind: RecorderKind, secondsMax: number, tell: Tell): Recorder {
  const mimeType = KINDS[kind].find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
  const bits =
    kind === 'video' ? { videoBitsPerSecond: VIDEO_BITS_PER_SECOND } : { audioBitsPerSecond: VOICE_BITS_PER_SECOND };
  const recorder = new MediaRecorder(stream, { mimeType, ...bits });
  const parts: Blob[] = [];
  const meter = loudnessOf(stream);
  /** What was recorded before the last pause, and since when it goes on. */
  let recordedMs = 0;
  let since = Date.now();
  let isDropped = false;
  const usedMs = () => recordedMs + (recorder.state === 'recording' ? Date.now() - since : 0);

  tell.seen(stream);
  const clock = window.setInterval(() => {
    const used = Math.floor(usedMs() / 1_000);
    tell.time(used, Math.max(0, secondsMax - used));
    tell.loud(recorder.state === 'recording' ? meter.level() : 0);
    if (used >= secondsMax && recorder.state !== 'inactive') stop();
  }, 200);

  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.addEventListener('stop', () => {
    letGo();
    if (isDropped) return;
    const type = (recorder.mimeType || mimeType || `${kind === 'video' ? 'video' : 'audio'}/webm`).split(';')[0] ?? '';
    tell.recorded(new File(parts, `recording.${ENDINGS[type] ?? 'webm'}`, { type }), Math.round(recordedMs / 1_000));
  });
  try {
    recorder.start(1_000);
  } catch (error) {
    letGo();
    throw error;
  }

  function stop(): void {
    recordedMs = usedMs();
    recorder.stop();
  }

  function letGo(): void {
    window.clearInterval(clock);
    meter.close();
    for (const track of stream.getTracks()) track.stop();
  }

  return {
    pause() {
      if (recorder.state === 'recording') {
        recordedMs = usedMs();
        recorder.pause();
      } else if (recorder.state === 'paused') {
        since = Date.now();
        recorder.resume();
      }
      return recorder.state === 'paused';
    },
    stop() {
      if (recorder.state !== 'inactive') stop();
    },
    drop() {
      isDropped = true;
      if (recorder.state !== 'inactive') recorder.stop();
      letGo();
    },
  };
}

/** Shows whoever speaks that they are heard. */
function loudnessOf(stream: MediaStream): { level(): number; close(): void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // Speech at arm's length fills about half of the meter.
      return Math.min(1, Math.sqrt(power) * 5);
    },
    close() {
      // Let go of twice: when it stops, and when it is dropped.
      if (context.state !== 'closed') void context.close();
    },
  };
}
