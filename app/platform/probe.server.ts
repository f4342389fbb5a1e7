import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';

/** What a file is, read from its own bytes. */
export type Probe = {
  readonly mime: string;
  /** Of the picture; null when there is none, or none that can be named. */
  readonly codec: string | null;
  readonly seconds: number;
};

/** An honest file is read in well under a second; one made to keep us busy is given up. */
const PROBE_MS_MAX = 20_000;

/**
 * Reads what a file is from its own bytes: container, picture codec and duration. Its name plays no part.
 *
 * @returns null when it is no container we know, cannot be read, or takes too long
 */
export async function probeMedia(path: string): Promise<Probe | null> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PROBE_MS_MAX, null);
  });
  try {
    return await Promise.race([read(input), tooLong]);
  } catch {
    // Whatever a broken file makes the reader say, to its sender it is a file we cannot read.
    return null;
  } finally {
    clearTimeout(timer);
    input.dispose();
  }
}

async function read(input: Input): Promise<Probe> {
  const format = await input.getFormat();
  const track = await input.getPrimaryVideoTrack();
  return {
    mime: format.mimeType,
    codec: track?.codec ?? null,
    seconds: await input.computeDuration(),
  };
}
