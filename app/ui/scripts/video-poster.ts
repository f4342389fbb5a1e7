/** Long enough for a slow telephone; nobody waits longer for a picture. */
const TAKE_MS_MAX = 5_000;
const WIDTH_MAX = 640;

/** A frame of a video from near its beginning, as a small JPEG; null where this browser cannot show it. */
export async function takePoster(file: File): Promise<Blob | null> {
  const video = document.createElement('video');
  const source = URL.createObjectURL(file);
  try {
    video.muted = true;
    video.playsInline = true;
    video.preload = 'auto';
    video.src = source;
    await happened(video, 'loadeddata');
    // The very first frame is often black.
    video.currentTime = Math.min(1, Number.isFinite(video.duration) ? video.duration / 2 : 0);
    await happened(video, 'seeked');
    const scale = Math.min(1, WIDTH_MAX / video.videoWidth);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  } catch {
    return null;
  } finally {
    video.removeAttribute('src');
    URL.revokeObjectURL(source);
  }
}

function happened(video: HTMLVideoElement, event: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, resolve, { once: true });
    video.addEventListener('error', reject, { once: true });
    window.setTimeout(reject, TAKE_MS_MAX);
  });
}
