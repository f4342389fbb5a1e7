import { describe, expect, it } from 'vitest';
import { type CheckItemDraft, checkItemFaults, checkResult, frighteningWords, tidiedCheckItem } from './self-check.ts';

const item: CheckItemDraft = {
  statement: 'Our idea happens in Coventry.',
  route: 'partner',
  advice: 'The Hub helps groups in Leicester. Call Rosa.',
  link: '',
  otherSlug: null,
};
const faults = (changes: Partial<CheckItemDraft>) => checkItemFaults({ ...item, ...changes }).map(({ fault }) => fault);

describe('writing a sentence of the self-check', () => {
  it('needs the sentence and a way for those who say no', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ statement: ' ', advice: '' })).toEqual(['statement-empty', 'advice-empty']);
    expect(faults({ route: 'fiscal-host', advice: ' ' })).toEqual(['advice-empty']);
  });

  it('needs the other call where another call may fit, and no more words than that', () => {
    expect(faults({ route: 'another-call', advice: '' })).toEqual(['other-call-missing']);
    expect(faults({ route: 'another-call', advice: '', otherSlug: 'start-ups' })).toEqual([]);
  });

  it('takes a whole link or none', () => {
    expect(faults({ link: 'https://hub.example/groups' })).toEqual([]);
    for (const link of [
      'hub.example',
      'http://hub.example',
      'javascript:alert(1)',
      'https://localhost',
      'https://a@b.c',
    ]) {
      expect(faults({ link }), link).toEqual(['link-malformed']);
    }
  });

  it('forgets the other call on every other route', () => {
    expect(tidiedCheckItem({ ...item, otherSlug: 'start-ups' }).otherSlug).toBeNull();
    expect(tidiedCheckItem({ ...item, route: 'another-call', otherSlug: 'start-ups' }).otherSlug).toBe('start-ups');
  });
});

describe('the end of a check', () => {
  const items = ['in Coventry', 'two people', 'a new idea'];
  it('fits when everything is true', () => {
    expect(checkResult(items, [true, true, true])).toEqual({ outcome: 'fits', missed: [] });
  });
  it('shows another way from the first no on, with every sentence that was answered with no', () => {
    expect(checkResult(items, [true, false, true])).toEqual({ outcome: 'another-way', missed: ['two people'] });
    expect(checkResult(items, [false, false, false]).missed).toEqual(items);
  });
  it('takes what was not answered for a no', () => {
    expect(checkResult(items, [true, true])).toEqual({ outcome: 'another-way', missed: ['a new idea'] });
  });
});

describe('words that sound like asking for papers', () => {
  it.each([
    ['You have a passport or two passports.', ['passport']],
    ['Bring your eVisa and the share code!', ['eVisa', 'share code']],
    ['Your BRP is valid.', ['BRP']],
    ['What is your NATIONALITY?', ['NATIONALITY']],
    ['Your papers are in order.', ['papers']],
    ['Your immigration status is settled status.', ['immigration', 'settled status']],
    ['You have the right to remain, from the Home Office.', ['right to remain', 'Home Office']],
    ['You show an identity document, a visa, proof of address.', ['identity document', 'visa', 'proof of']],
    ['You know your National Insurance number and country of birth.', ['National Insurance', 'country of birth']],
    ['You hold an ARC.', ['ARC']],
  ])('are found in “%s”', (text, found) => {
    expect(frighteningWords(text)).toEqual(found);
  });

  it.each([
    'Our group is led by people who moved here from another country.',
    'We meet in an arc of chairs and read the newspapers.',
    'Our idea is about active citizenship.',
    'We advise visitors, and we have status in our street.',
    '',
  ])('are not found in “%s”', (text) => {
    expect(frighteningWords(text)).toEqual([]);
  });
});
