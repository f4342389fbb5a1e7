import { describe, expect, it } from 'vitest';
import { writePaymentsCsv } from './payments-csv.ts';

describe('writing payments as a table', () => {
  it('keeps zeros in front and writes amounts with a point', () => {
    const csv = writePaymentsCsv({
      msgId: 'M',
      madeAt: 0,
      executionDate: '2026-03-31',
      payer: { name: 'Common Ground', sortCode: '107999', accountNumber: '88837491' },
      transfers: [
        {
          endToEndId: 'A1',
          amountMinor: 90_005,
          payee: { name: '=Amina, Zoë', sortCode: '089999', accountNumber: '06374958' },
          reference: 'SI-7K3D2M 1',
        },
      ],
    });
    expect(csv.split('\r\n')).toEqual([
      'Name,Sort code,Account number,Amount,Currency,Reference,Payment date,Payment id',
      '"Amina, Zoe",089999,06374958,900.05,GBP,SI-7K3D2M 1,2026-03-31,A1',
      '',
    ]);
  });
});
