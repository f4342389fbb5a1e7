import { describe, expect, it } from 'vitest';
import { registerCsv } from './register-csv.ts';

const row = {
  awardId: 'a1',
  groupName: 'Repair, Rewire & Rest',
  title: 'A "mending" table',
  city: 'Coventry',
  amountMinor: 250_005,
  paidMinor: 0,
  acceptedAt: Date.UTC(2026, 6, 14, 9),
};
const of = { title: 'Ideas', partnerName: 'Common Ground', timeZone: 'Europe/London' };
const call = { ...of, currency: 'GBP' as const, rows: [row] };

describe('writing the register for spreadsheets', () => {
  it('quotes what needs quoting and writes money as decimals', () => {
    expect(registerCsv([call]).split('\r\n')[1]).toBe(
      'a1,Ideas,Common Ground,"Repair, Rewire & Rest","A ""mending"" table",Coventry,GBP,2500.05,0.00,2026-07-14',
    );
  });
  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\tx'])('defuses a cell that begins like a formula: %s', (groupName) => {
    const written = registerCsv([{ ...call, rows: [{ ...row, groupName }] }]);
    expect([`,'${groupName},`, `,"'${groupName}",`].some((defused) => written.includes(defused))).toBe(true);
  });
  it('names the day as people there had it, before and after midnight', () => {
    const acceptedOn = (acceptedAt: number) =>
      registerCsv([{ ...call, rows: [{ ...row, acceptedAt }] }]).slice(-12, -2);
    const midnight = Date.UTC(2026, 6, 13, 23);
    expect([acceptedOn(midnight - 1), acceptedOn(midnight)]).toEqual(['2026-07-13', '2026-07-14']);
  });
  it('writes whole yen', () => {
    expect(registerCsv([{ ...call, currency: 'JPY', rows: [{ ...row, amountMinor: 5 }] }])).toContain(',JPY,5,0,');
  });
});
