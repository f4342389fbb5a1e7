import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Burdens } from './burdens.ts';

describe('who is the least burdened', () => {
  it('is found as if everybody were asked, whatever was given and taken back', () => {
    const moves = fc.array(fc.record({ member: fc.nat(7), minutes: fc.integer({ min: -30, max: 60 }) }), {
      maxLength: 40,
    });
    const agreed = fc.array(fc.constantFrom(0, 30, 60, 90, 600), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(agreed, moves, fc.nat(60), fc.nat(7), (agreedTo, given, minutes, tied) => {
        const load = new Float64Array(8);
        const minutesMax = Float64Array.from(agreedTo);
        const places = agreedTo.map((_, place) => place);
        const burdens = new Burdens(places, { load, minutesMax });
        for (const { member, minutes: more } of given) {
          if ((load[member] as number) + more >= 0) burdens.add(member, more);
        }
        const asked = places.filter((member) => member !== tied && agreedTo[member] !== 0);
        const least = Math.min(...asked.map((member) => burdens.with(member, minutes)));
        const found = burdens.leastWith(minutes, (member) => member !== tied);
        expect(found === null ? Infinity : burdens.with(found, minutes)).toBe(least);
      }),
    );
  });

  it('is nobody where none of them suits, and never one who agreed to nothing', () => {
    const minutes = { load: new Float64Array(2), minutesMax: Float64Array.of(0, 60) };
    const burdens = new Burdens([0, 1], minutes);
    expect(burdens.leastWith(10, () => true)).toBe(1);
    expect(burdens.leastWith(10, () => false)).toBeNull();
    expect(new Burdens([], minutes).leastWith(10, () => true)).toBeNull();
  });
});
