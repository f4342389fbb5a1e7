import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { writeCamt } from '#app/grant/payment/rules/statement/statement.testing.ts';
import type { StatementLine } from '#app/grant/payment/rules/statement/statement.ts';
import { inFile, readyToPay } from '#app/grant/payment/trial-payment.testing.ts';
import { payout } from '#db/schema/payment.ts';
import { expectAccessible, openBrowser, type Visitor, visit } from './browser.ts';
import { type RunningPortal, startPortal } from './portal.ts';
import { expectHeading, expectWords, follow, go, press, signIn, stepByStep, write } from './steps.ts';
import { worldOf } from './trial-folder.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a finance person with a bank statement, %s', (_, withScripts) => {
  stepByStep();
  const trial = readyToPay();
  const { payoutId } = inFile(trial);
  const paid = trial.world.db.select().from(payout).where(eq(payout.id, payoutId)).get();
  let portal: RunningPortal;
  let finn: Visitor;

  const line = (amountMinor: number, text: string, endToEndId: string | null = null): StatementLine => ({
    ...{ bookedOn: '2026-04-01', amountMinor, bankRef: null, endToEndId, name: '', text },
  });
  const camt = (...lines: StatementLine[]) =>
    writeCamt(
      {
        ...{ account: 'GB29NWBK60161331926819', currency: 'GBP', openingMinor: 600_000, lines },
        closingMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 600_000),
      },
      '08',
    );
  const bring = async (name: string, text: string) => {
    const file = join(portal.folder, name);
    writeFileSync(file, text);
    await finn.page.getByLabel('File from the bank').setInputFiles(file);
    await press(finn, 'Read the file');
  };

  beforeAll(async () => {
    portal = await startPortal({}, worldOf(trial.world));
    portal.moveTo(trial.world.now());
    finn = await visit(browser, portal.url, withScripts);
    await go(finn, '/sign-in');
    await signIn(finn, 'finn@people.example');
  });

  afterAll(async () => {
    await finn?.leave();
    await portal?.stop();
  });

  test('is told what is wrong with a file that is none, or has lost a line', async () => {
    await go(finn, '/finance');
    await follow(finn, /^Bring a bank statement/);
    await expectHeading(finn, 'Bank statement');
    await press(finn, 'Read the file');
    await expectWords(finn, 'Choose the file from your bank.');
    await bring('letter.xml', '<letter>Dear customer</letter>');
    await expectWords(finn, /^This file cannot be read\./);
    await bring('broken.xml', camt(line(-1_200, 'Fee')).replace('12.00', '13.00'));
    await expectWords(finn, /Nothing was taken\./);
    await expectAccessible(finn);
  });

  test('brings it, and the payment that it names is paid', async () => {
    await bring('april.xml', camt(line(-300_000, 'Grant', paid?.endToEndId ?? ''), line(-1_200, 'Account fee')));
    await expectWords(finn, /^2 new lines\. 1 payment marked as paid\. 1 line is left to decide\./);
    await expectWords(finn, 'Account fee', 'Nothing here fits it.');
    await expectAccessible(finn);
    await bring('again.xml', camt(line(-300_000, 'Grant', paid?.endToEndId ?? ''), line(-1_200, 'Account fee')));
    await expectWords(finn, /^This very file was brought before\./);
  });

  test('puts a fee aside, with a reason, and looks at it again', async () => {
    await finn.page.locator('summary', { hasText: 'Put it aside' }).click();
    await press(finn, 'Put it aside');
    await expectWords(finn, 'Say why, in a few words.');
    await write(finn, 'Why?', 'A fee of the bank');
    await press(finn, 'Put it aside');
    await expectWords(finn, 'Put aside.', 'Every line is decided.');
    await finn.page.locator('summary', { hasText: 'Lines put aside' }).click();
    await expectWords(finn, 'A fee of the bank');
    await press(finn, 'Look at it again');
    await expectWords(finn, 'The line is open again.', 'Account fee');
    await expectAccessible(finn);
  });

  test('says once which column of a table is what', async () => {
    await bring('bank.csv', 'When,What,Sum,Left\n02/04/2026,From a funder,500.00,3488.00');
    await expectHeading(finn, 'Bank statement');
    await expectWords(finn, 'Which column is what?');
    await expectAccessible(finn);
    const choose = (label: string, column: string) =>
      finn.page.getByLabel(label, { exact: true }).selectOption({ label: column });
    await choose('Day of booking', 'When');
    await choose('Money in, or all amounts', 'What');
    await press(finn, 'Read the table');
    await expectWords(finn, 'An amount in this file cannot be read.');
    await choose('Money in, or all amounts', 'Sum');
    await choose('What it was for', 'What');
    await choose('Balance after each line', 'Left');
    await press(finn, 'Read the table');
    await expectWords(finn, /^1 new line\./);
    await expectWords(finn, 'From a funder', 'Money has come in.');
  });

  test('books money of a funder for the call', async () => {
    await press(finn, 'Book it as money for a call');
    await expectWords(finn, 'The money is booked.');
    await expectAccessible(finn);
  });
});
