import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from './workbook.server.ts';

async function bytesOf(rows: (string | number)[][], name = 'Applications'): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeWorkbook(name, rows)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Reads an archive as programs do: by the directory at its end. */
function filesIn(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, plain] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const head = bytes.readUInt32LE(at + 42);
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const text = inflateRawSync(bytes.subarray(from, from + packed));
    expect(text.length).toBe(plain);
    files.set(name, text.toString('utf8'));
    at += 46 + nameLength;
  }
  return files;
}

const sheetOf = async (...rows: (string | number)[][]) =>
  filesIn(await bytesOf(rows)).get('xl/worksheets/sheet1.xml') ?? '';

describe('a workbook', () => {
  it('has the parts that every program looks for', async () => {
    const files = filesIn(await bytesOf([['Reference']], 'Tea & "cake"'));
    expect([...files.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(files.get('xl/workbook.xml')).toContain('name="Tea &amp; &quot;cake&quot;"');
  });

  it('holds text as text, whatever it begins with, and numbers as numbers', async () => {
    const sheet = await sheetOf(['=1+1', '+44', '@x', '-5'], [12.5]);
    for (const text of ['=1+1', '+44', '@x', '-5']) {
      expect(sheet).toContain(`<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`);
    }
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<c><v>12.5</v></c>');
  });

  it('keeps Arabic, line breaks and marks as they were written, and leaves out what XML cannot hold', async () => {
    const sheet = await sheetOf(['مطبخ\nيستمع 🫖 <b>&', 'bell\u0007 and half \ud83d']);
    expect(sheet).toContain('مطبخ\nيستمع 🫖 &lt;b&gt;&amp;');
    expect(sheet).toContain('bell and half \ufffd');
  });

  it('cuts a text that no cell can hold, and says so', async () => {
    const held = await sheetOf(['x'.repeat(32_767)]);
    expect(held).toContain('x'.repeat(32_767));
    const cut = await sheetOf(['x'.repeat(32_768)]);
    expect(cut).not.toContain('x'.repeat(32_767));
    expect(cut).toContain('… [cut]');
  });

  it('is begun before its last row is known', async () => {
    let written = 0;
    const rows = function* () {
      for (; written < 50_000; written += 1) yield [`Row ${written}`, 'a'.repeat(200)];
    };
    const bytes = writeWorkbook('Long', rows());
    // The four small parts, each with a head, a body and a tail, and the first of the sheet.
    for (let piece = 0; piece < 14; piece += 1) await bytes.next();
    expect(written).toBeLessThan(50_000);
    await bytes.return(undefined);
  });
});

describe('a workbook whose rows break off', () => {
  function* breaking() {
    for (let row = 0; row < 5_000; row += 1) yield [`row ${row}`];
    throw new Error('the database is gone');
  }
  it('ends with the reason, for whoever reads it', async () => {
    const reading = async () => {
      for await (const piece of writeWorkbook('Applications', breaking())) expect(piece).toBeInstanceOf(Buffer);
    };
    await expect(reading()).rejects.toThrow('the database is gone');
  });
  it('stops reading rows when its reader goes away', async () => {
    let isClosed = false;
    let rows = 0;
    function* endless() {
      try {
        for (;;) yield ['a row that says more than the one before it'.repeat(50), rows++];
      } finally {
        isClosed = true;
      }
    }
    let pieces = 0;
    for await (const piece of writeWorkbook('Applications', endless())) {
      pieces += piece.length > 0 ? 1 : 0;
      if (pieces === 20) break;
    }
    await new Promise(setImmediate);
    expect(isClosed).toBe(true);
  });
});
