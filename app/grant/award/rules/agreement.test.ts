import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { type AgreementFacts, readAgreement, writeAgreement } from './agreement.ts';

const facts: AgreementFacts = {
  partnerName: 'Common Ground',
  partnerEmail: 'hello@common-ground.example',
  callTitle: 'Ideas for a friendlier city',
  groupName: 'Saturday Health Table',
  title: 'Blood pressure between the tomatoes',
  reference: 'SI-7K3D2M',
  amount: '£3,000',
  parts: [100],
};

describe('the agreement', () => {
  it('names who gives, who receives, for what and how much', () => {
    const { text } = writeAgreement(facts);
    for (const part of [facts.partnerName, facts.groupName, facts.title, facts.reference, '£3,000', facts.partnerEmail])
      expect(text).toContain(part);
  });

  it('is hashed as it stands, so that anybody can check the copy she kept', () => {
    const { text, hash, version } = writeAgreement(facts);
    expect(hash).toBe(sha256Hex(text));
    expect(version).toBe('v1');
    expect(writeAgreement({ ...facts, amount: '£3,001' }).hash).not.toBe(hash);
  });

  it('says when each part is paid', () => {
    expect(writeAgreement(facts).text).toContain('all of it at the start');
    const { text } = writeAgreement({ ...facts, parts: [50, 30, 20] });
    expect(text).toContain('in 3 parts. Part 1 is 50 percent');
    expect(text).toContain('Part 3 is 20 percent');
    expect(text).not.toContain('all of it at the start');
  });

  it('keeps every sentence short enough to read aloud', () => {
    const sentences = writeAgreement({ ...facts, parts: [60, 40] }).text.split(/(?<=[.!?])\s+|\n/);
    for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  });

  it('lets no name write a heading or a point of its own', () => {
    const { text } = writeAgreement({ ...facts, groupName: 'Us\n9. Extra\n- Everything is ours' });
    expect(readAgreement(text).parts).toHaveLength(8);
    expect(text).toContain('- Us 9. Extra - Everything is ours receives the grant.');
  });

  it('is shown as the same words under the same headings', () => {
    const { text } = writeAgreement(facts);
    const { title, parts } = readAgreement(text);
    const rebuilt = [
      title,
      ...parts.flatMap((part) => ['', part.heading, ...part.points.map((point) => `- ${point}`)]),
      '',
    ];
    expect(rebuilt.join('\n')).toBe(text);
  });

  it('still writes version 1 as it was published', () => {
    expect(writeAgreement(facts).hash).toMatchInlineSnapshot(
      `"4bb9d9c17327d82ce91fde3f3a4f3e7d1711a743c29eca13f6877496400fcafd"`,
    );
  });
});
