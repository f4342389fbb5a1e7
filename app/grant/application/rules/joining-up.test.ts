import { describe, expect, it } from 'vitest';
import {
  closeness,
  decideAsk,
  JOIN_REQUESTS_A_DAY_MAX,
  JOIN_REQUESTS_WITHIN,
  JOIN_WORDS_MAX,
  likenessTo,
} from './joining-up.ts';

const refused = (reason: string) => ({ ok: false, reason });
const kitchen = { theme: 'Food', city: 'Coventry', oneLine: 'We cook together.' };

describe('two ideas', () => {
  it('are alike by theme, by city, or by both, and both is closest', () => {
    expect(likenessTo(kitchen)({ ...kitchen })).toEqual({ theme: true, city: true });
    expect(likenessTo(kitchen)({ ...kitchen, city: 'Dudley' })).toEqual({ theme: true, city: false });
    expect(likenessTo(kitchen)({ ...kitchen, theme: 'Health' })).toEqual({ theme: false, city: true });
    expect(likenessTo(kitchen)({ ...kitchen, theme: 'Health', city: 'Dudley' })).toBeNull();
    const order = [
      { theme: false, city: true },
      { theme: true, city: true },
      { theme: true, city: false },
    ].toSorted((one, other) => closeness(other) - closeness(one));
    expect(order.map(({ theme, city }) => [theme, city])).toEqual([
      [true, true],
      [true, false],
      [false, true],
    ]);
  });
  it('know a city however it is written, and two empty ones are no match', () => {
    const inLodz = (city: string) => ({ ...kitchen, theme: '', city });
    expect(likenessTo(inLodz('Łódź'))(inLodz(' lodz '))).toEqual({ theme: false, city: true });
    expect(likenessTo(inLodz('كوفنتري'))(inLodz('كوفنتري'))).toEqual({ theme: false, city: true });
    expect(likenessTo(inLodz(''))(inLodz(''))).toBeNull();
    expect(likenessTo(inLodz('!'))(inLodz('?'))).toBeNull();
  });
  it('are not compared before both are said', () => {
    expect(likenessTo(kitchen)({ ...kitchen, oneLine: ' ' })).toBeNull();
    expect(likenessTo({ ...kitchen, oneLine: '' })(kitchen)).toBeNull();
  });
});

describe('asking to join up', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'bread').join(' ');
  it('takes one to sixty words', () => {
    expect(decideAsk(words(1), 'garden', [], 0).ok).toBe(true);
    expect(decideAsk(words(JOIN_WORDS_MAX), 'garden', [], 0).ok).toBe(true);
    expect(decideAsk(words(JOIN_WORDS_MAX + 1), 'garden', [], 0)).toEqual(refused('message-too-long'));
    expect(decideAsk(' – ', 'garden', [], 0)).toEqual(refused('message-empty'));
  });
  it('is done once, unless it was taken back', () => {
    const asked = (answer: 'declined' | 'taken-back' | null) => [{ toId: 'garden', askedAt: 0, answer }];
    expect(decideAsk('Hello', 'garden', asked(null), 0)).toEqual(refused('already-asked'));
    expect(decideAsk('Hello', 'garden', asked('declined'), 0)).toEqual(refused('already-asked'));
    expect(decideAsk('Hello', 'garden', asked('taken-back'), 0).ok).toBe(true);
    expect(decideAsk('Hello', 'choir', asked(null), 0).ok).toBe(true);
  });
  it('is for a few a day', () => {
    const five = Array.from({ length: JOIN_REQUESTS_A_DAY_MAX }, (_, at) => ({
      toId: `group ${at}`,
      askedAt: 1,
      answer: null,
    }));
    expect(decideAsk('Hello', 'garden', five, JOIN_REQUESTS_WITHIN)).toEqual(refused('too-many-asked'));
    expect(decideAsk('Hello', 'garden', five, JOIN_REQUESTS_WITHIN + 1).ok).toBe(true);
    expect(decideAsk('Hello', 'garden', five.slice(1), 1).ok).toBe(true);
  });
});
