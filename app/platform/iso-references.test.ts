import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pointsElsewhere } from './iso-references.server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-pot-boxes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const box = (type: string, ...content: Buffer[]) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, { length }) => sum + length, 0));
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...content]);
};
const ELSEWHERE = box('moov', box('rmra'));

const points = (...boxes: Buffer[]) => {
  const path = join(folder, 'film.mov');
  writeFileSync(path, Buffer.concat([box('ftyp', Buffer.from('qt  ')), ...boxes]));
  return pointsElsewhere(path);
};

describe('a film that is somewhere else', () => {
  it('is found wherever the index stands', async () => {
    expect(await points(box('mdat'))).toBe(false);
    expect(await points(box('mdat'), ELSEWHERE)).toBe(true);
  });
  it('is suspected behind more boxes than anybody writes', async () => {
    const many = (count: number) => Array.from({ length: count }, () => box('free'));
    expect(await points(...many(9_999))).toBe(false);
    expect(await points(...many(10_000))).toBe(true);
    expect(await points(...many(10_000), ELSEWHERE)).toBe(true);
  });
});
