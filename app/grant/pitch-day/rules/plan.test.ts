import { describe, expect, it } from 'vitest';
import { minus } from '#app/kernel/fraction.ts';
import { CURRENCIES, currencyExponent, MINOR_MAX } from '#app/kernel/money.ts';
import { RANKED_CHOICES_MAX } from '../../call/rules/draft.ts';
import { checkManifest } from './manifest.ts';
import { paperTerms, SHARE_STEP_MINOR } from './plan.ts';
import { explainShares } from './room-shares.ts';
import { trialManifest } from './trial-manifest.testing.ts';

const call = { awardsPlanned: 3, choicesMax: 3, choicesRanked: false, roomPotMinor: 0, currency: 'GBP' } as const;

describe('what a ballot paper promises', () => {
  it('is what the call planned, and never more than there are pitches', () => {
    const terms = { rule: 'approval', budgetMinor: null };
    expect(paperTerms(call, [1, 1, 1, 1])).toEqual({ ...terms, seats: 3, maxChoices: 3 });
    expect(paperTerms(call, [1, 1])).toEqual({ ...terms, seats: 2, maxChoices: 2 });
  });

  it('is an order of as many choices as a call may ask for, where voters rank', () => {
    const ranked = { ...call, choicesRanked: true, choicesMax: RANKED_CHOICES_MAX };
    const costs = Array.from({ length: 8 }, () => 1);
    const terms = paperTerms(ranked, costs);
    expect(terms).toEqual({ rule: 'scottish_stv', seats: 3, budgetMinor: null, maxChoices: RANKED_CHOICES_MAX });
    expect(paperTerms(ranked, [1, 1])).toMatchObject({ seats: 2, maxChoices: 2 });
    const options = costs.map((costMinor, place) => ({ id: `g${place}`, title: 'One of eight', costMinor }));
    expect(checkManifest(trialManifest({ ...terms, options })).ok).toBe(true);
    const tooMany = { ...terms, maxChoices: RANKED_CHOICES_MAX + 1 };
    expect(checkManifest(trialManifest({ ...tooMany, options }))).toEqual({ ok: false, reason: 'too-much-to-rank' });
  });

  it('is a step of one unit of the currency where a room shares out a pot, and of a hundred yen', () => {
    for (const currency of CURRENCIES) {
      const { incrementMinor } = paperTerms({ ...call, currency, roomPotMinor: 500_000 }, [500_000]);
      expect(incrementMinor).toBe(currency === 'JPY' ? 100 : 10 ** currencyExponent(currency));
      expect(incrementMinor).toBe(SHARE_STEP_MINOR[currency]);
    }
  });

  it('takes larger steps where so large a pot would take too many, so that everybody who recounts comes to an end', () => {
    const stepOf = (roomPotMinor: number, dearest: number) =>
      paperTerms({ ...call, roomPotMinor }, [1, dearest, 2]).incrementMinor;
    expect(stepOf(6_000_000, 4_000_000)).toBe(100);
    expect(stepOf(6_000_000, 4_000_001)).toBe(1_000);
    const terms = paperTerms({ ...call, roomPotMinor: MINOR_MAX }, [MINOR_MAX, MINOR_MAX]);
    const options = ['one', 'other'].map((id) => ({ id, title: id, costMinor: MINOR_MAX }));
    expect(checkManifest(trialManifest({ ...terms, options })).ok).toBe(true);
  });

  it('takes a pot of yen about as long to count as the same pot in pounds', () => {
    // One group asks for all there is and has one voter of forty: the share grows until she alone could pay.
    const ballots = Array.from({ length: 40 }, (_, voter) => [voter === 0 ? 1 : 2]);
    const stepsTaken = (potMinor: number, currency: 'GBP' | 'JPY') => {
      const manifest = trialManifest({
        ...paperTerms({ ...call, currency, roomPotMinor: potMinor }, [potMinor, potMinor / 10, 1, 1]),
        options: [
          { id: 'dear', title: 'Dear', costMinor: potMinor },
          { id: 'small', title: 'Small', costMinor: potMinor / 10 },
          { id: 'nobody', title: 'Nobody', costMinor: 1 },
          { id: 'either', title: 'Either', costMinor: 1 },
        ],
      });
      const { first, share, winners } = explainShares(manifest, ballots);
      expect(winners.map(({ id }) => id)).toEqual(['small']);
      const grown = minus(share, first);
      return Number(grown.numerator / grown.denominator) / (manifest.incrementMinor ?? 0);
    };
    expect(stepsTaken(500_000, 'GBP')).toBe(4_874);
    expect(stepsTaken(1_000_000, 'JPY')).toBe(9_749);
  });
});
