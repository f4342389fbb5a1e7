import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { TransferRun } from './credit-transfer.ts';
import { writePain001 } from './pain-001.ts';

const schema = readFileSync('test/data/payments/pain.001.001.09.xsd', 'utf8');

async function problems(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'run.xml', contents: xml }, schema });
  return errors.map((error) => error.message);
}

const amina = { name: 'Amina & Friends', sortCode: '089999', accountNumber: '66374958' };
const run: TransferRun = {
  msgId: 'CP-0123456789ABCDEFGHJK',
  madeAt: Date.UTC(2026, 2, 30, 12),
  executionDate: '2026-03-31',
  payer: { name: 'Common Ground', sortCode: '107999', accountNumber: '88837491' },
  transfers: [
    { endToEndId: 'A1', amountMinor: 90_000, payee: amina, reference: 'SI-7K3D2M 1' },
    { endToEndId: 'A2', amountMinor: 250_001, payee: amina, reference: 'SI-7K3D2N 1' },
  ],
};

describe('writing a bank file', () => {
  it('is valid by the schema and says its number and sum twice', async () => {
    const xml = writePain001(run);
    expect(await problems(xml)).toEqual([]);
    expect(xml.match(/<NbOfTxs>2<\/NbOfTxs>/g)).toHaveLength(2);
    expect(xml.match(/<CtrlSum>3400.01<\/CtrlSum>/g)).toHaveLength(2);
    expect(xml).toContain('<InstdAmt Ccy="GBP">2500.01</InstdAmt>');
    expect(xml).toContain('<ReqdExctnDt><Dt>2026-03-31</Dt></ReqdExctnDt>');
    expect(xml).toContain('<ClrSysId><Cd>GBDSC</Cd></ClrSysId><MmbId>089999</MmbId>');
  });

  it('is refused by the schema when it is broken, so that the check above means something', async () => {
    expect(await problems(writePain001(run).replace('<PmtMtd>TRF</PmtMtd>', ''))).not.toEqual([]);
  });

  it('holds names in Latin letters and signs that every bank takes', () => {
    const xml = writePain001({ ...run, payer: { ...run.payer, name: 'Zoë’s <Łódź> & "Køkken"' } });
    expect(xml).toContain('<Dbtr><Nm>Zoe&apos;s Lodz + Kokken</Nm></Dbtr>');
  });

  it('is valid whatever name a bank statement may hold', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    const names = fc.sample(text, { numRuns: 60, seed: 7 }).map((name) => `A${name}`);
    const transfers = names.map((name, place) => ({
      endToEndId: `E${place}`,
      amountMinor: place + 1,
      payee: { ...amina, name },
      reference: `R ${place}`,
    }));
    expect(await problems(writePain001({ ...run, transfers }))).toEqual([]);
  });

  it('is never empty and never moves nothing', () => {
    expect(() => writePain001({ ...run, transfers: [] })).toThrow('at least one payment');
    const [first] = run.transfers;
    expect(() => writePain001({ ...run, transfers: [{ ...first, amountMinor: 0 } as never] })).toThrow('only money');
  });
});
