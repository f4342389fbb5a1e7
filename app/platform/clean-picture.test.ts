import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanPicture, posterFrom } from './clean-picture.server.ts';

const drawn = sharp({ create: { width: 900, height: 450, channels: 3, background: 'red' } });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-pot-pictures-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the picture that stands for a video', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is drawn from %s, small', async (format) => {
    const poster = await posterFrom(await drawn.clone().toFormat(format).toBuffer());
    expect(await sharp(poster ?? Buffer.of()).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 320 });
  });
  it('is drawn from nothing else, though the program could read it', async () => {
    const others = [Buffer.from(SVG), await drawn.clone().gif().toBuffer(), await drawn.clone().tiff().toBuffer()];
    for (const other of others) {
      expect((await sharp(other).metadata()).format).toBeDefined();
      expect(await posterFrom(other)).toBeNull();
    }
  });
});

describe('drawing', () => {
  it('takes one picture at a time, whoever sends how many', async () => {
    const large = await sharp({ create: { width: 3_000, height: 3_000, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const from = join(folder, 'large.jpg');
    writeFileSync(from, large);
    let together = 0;
    const watch = setInterval(() => {
      // What waits is counted elsewhere: one that begins between two looks would be counted twice.
      together = Math.max(together, sharp.counters().process);
    }, 1);
    const all = await Promise.all([
      ...[1, 2, 3].map((copy) => cleanPicture(from, join(folder, `clean-${copy}`), 'jpeg')),
      ...[1, 2, 3].map(() => posterFrom(large)),
      cleanPicture(join(folder, 'nowhere.jpg'), join(folder, 'clean-4'), 'jpeg'),
    ]);
    clearInterval(watch);
    expect(all.map((one) => one !== null)).toEqual([true, true, true, true, true, true, false]);
    expect(together).toBe(1);
  });
});
