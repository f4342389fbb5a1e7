import { describe, expect, it } from 'vitest';
import { type BallotBody, type BallotRefusal, readBallotBody, writeBallotBody } from './ballot-body.ts';
import { trialBallotRules, trialManifest } from './trial-manifest.testing.ts';

const rules = trialBallotRules();
const ballot = (changes: Partial<BallotBody> = {}): BallotBody => ({
  version: 1,
  pollId: rules.pollId,
  manifestHash: rules.manifestHash,
  level: 'A',
  choices: [1, 3],
  ...changes,
});

describe('reading a ballot', () => {
  it('accepts a full and a partial ballot', () => {
    for (const choices of [[1], [1, 3], [2, 3, 4]]) {
      expect(readBallotBody(writeBallotBody(ballot({ choices })), rules)).toEqual({
        ok: true,
        value: ballot({ choices }),
      });
    }
  });

  it('accepts a blank ballot only where the manifest allows it', () => {
    const blank = writeBallotBody(ballot({ choices: [] }));
    expect(readBallotBody(blank, rules)).toEqual({ ok: false, reason: 'blank-not-allowed' });
    expect(readBallotBody(blank, { ...rules, blankAllowed: true }).ok).toBe(true);
  });

  it.each<[BallotRefusal, string]>([
    ['body-too-long', writeBallotBody(ballot()).padEnd(513)],
    ['body-unreadable', ''],
    ['body-unreadable', 'null'],
    ['body-unreadable', '[]'],
    ['body-unreadable', '{"choices":[1]}'],
    ['body-unreadable', writeBallotBody({ ...ballot(), name: 'Amina' } as BallotBody)],
    ['body-unreadable', writeBallotBody({ ...ballot(), version: 2 } as unknown as BallotBody)],
    ['body-unreadable', writeBallotBody(ballot()).replace('[1,3]', '[1,2.5]')],
    ['body-unreadable', writeBallotBody(ballot()).replace('[1,3]', '["1"]')],
    ['body-not-canonical', `${writeBallotBody(ballot())} `],
    ['body-not-canonical', JSON.stringify(ballot())],
    ['body-not-canonical', writeBallotBody(ballot()).replace('[1,3]', '[1,3e0]')],
    ['other-poll', writeBallotBody(ballot({ pollId: 'another' }))],
    ['other-poll', writeBallotBody(ballot({ manifestHash: '00' }))],
    ['level-not-offered', writeBallotBody(ballot({ level: 'D' }))],
    ['choice-unknown', writeBallotBody(ballot({ choices: [0] }))],
    ['choice-unknown', writeBallotBody(ballot({ choices: [5] }))],
    ['choices-not-rising', writeBallotBody(ballot({ choices: [2, 2] }))],
    ['choices-not-rising', writeBallotBody(ballot({ choices: [3, 1] }))],
    ['too-many-choices', writeBallotBody(ballot({ choices: [1, 2, 3, 4] }))],
  ])('refuses %s: %s', (reason, text) => {
    expect(readBallotBody(text, rules)).toEqual({ ok: false, reason });
  });

  it('takes choices in the order of the voter where the rule ranks, each once', () => {
    const ranked = trialBallotRules(trialManifest({ rule: 'scottish_stv' }));
    const read = (choices: readonly number[]) =>
      readBallotBody(writeBallotBody(ballot({ choices, manifestHash: ranked.manifestHash })), ranked);
    expect(read([3, 1, 2])).toMatchObject({ ok: true, value: { choices: [3, 1, 2] } });
    expect(read([2, 1, 2])).toEqual({ ok: false, reason: 'choice-repeated' });
    expect(read([4, 3, 2, 1])).toEqual({ ok: false, reason: 'too-many-choices' });
  });

  it('belongs to exactly one manifest', () => {
    const other = trialBallotRules(trialManifest({ seats: 3 }));
    expect(readBallotBody(writeBallotBody(ballot()), other)).toEqual({ ok: false, reason: 'other-poll' });
  });
});
