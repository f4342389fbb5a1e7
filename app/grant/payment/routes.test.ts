import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { HOUR } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { payout } from '#db/schema/payment.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { sendPayeeCode } from './commands/confirm-payee.server.ts';
import { markFileSent } from './commands/mark-file-sent.server.ts';
import * as money from './routes/apply-payment.tsx';
import * as details from './routes/apply-payment-details.tsx';
import * as desk from './routes/finance.tsx';
import * as books from './routes/finance-call.tsx';
import * as file from './routes/finance-file.tsx';
import * as download from './routes/finance-file-download.ts';
import * as table from './routes/finance-file-table.ts';
import * as funds from './routes/finance-funds.tsx';
import * as payoutPage from './routes/finance-payout.tsx';
import { HOLD_AFTER_CHANGE } from './rules/payee-hold.ts';
import {
  acceptedAward,
  confirmed,
  inFile,
  must,
  readyToPay,
  submitted,
  type TrialPayment,
  trancheAt,
} from './trial-payment.testing.ts';

type Params = Record<string, string>;

/** What the server would hand to a loader or an action. */
function ask(portal: Context, params: Params, posted?: Record<string, string | string[]>): never {
  const body = new URLSearchParams(
    Object.entries(posted ?? {}).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  );
  const request = new Request('http://localhost/here', posted === undefined ? {} : { method: 'POST', body });
  return { request, params, context: { portal } } as never;
}

/** The status and the place of whatever a handler answered or threw. */
async function answerOf(work: () => unknown): Promise<{ status: number; to: string | null; reply?: unknown }> {
  try {
    const answer = await work();
    if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') };
    const init = (answer as { init?: { status?: number } } | undefined)?.init;
    return { status: init?.status ?? 200, to: null, reply: (answer as { data?: unknown })?.data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, to: thrown.headers.get('Location') };
  }
}

const typedAccount = { holder: 'group', name: 'Amina Osman', sortCode: '11-87-65', accountNumber: '64371389' };

describe('who may open the pages of the books', () => {
  it('shows finance pages to the finance people of the partner and to nobody else', async () => {
    const trial = readyToPay();
    const { payoutId, fileId } = inFile(trial);
    const stranger = trial.world.partner('spark', { Siobhan: ['finance'] }).staff.Siobhan ?? '';
    const pages: [{ loader: (args: never) => unknown }, Params][] = [
      [books, { callId: trial.call.id }],
      [funds, { callId: trial.call.id }],
      [payoutPage, { payoutId }],
      [file, { fileId }],
      [download, { fileId }],
      [table, { fileId }],
    ];
    for (const [page, params] of pages) {
      expect((await answerOf(() => page.loader(ask(trial.as.farah(), params)))).status).toBe(200);
      for (const context of [trial.as.grace(), trial.as.amina(), trial.world.as(stranger)]) {
        expect((await answerOf(() => page.loader(ask(context, params)))).status).toBe(404);
      }
      const nobody = await answerOf(() => page.loader(ask(trial.world.as(null), params)));
      expect([nobody.status, nobody.to?.split('?')[0]]).toEqual([302, '/sign-in']);
      for (const id of ['', 'nothing']) {
        const unknown = Object.fromEntries(Object.keys(params).map((name) => [name, id]));
        expect((await answerOf(() => page.loader(ask(trial.as.farah(), unknown)))).status).toBe(404);
      }
    }
    expect((await answerOf(() => desk.loader(ask(trial.as.finn(), {})))).status).toBe(200);
    expect((await answerOf(() => desk.loader(ask(trial.as.grace(), {})))).status).toBe(404);
  });

  it('shows a group its own money and nobody else’s', async () => {
    const trial = readyToPay();
    const params = { applicationId: trial.applications.Amina ?? '' };
    for (const page of [money, details]) {
      expect((await answerOf(() => page.loader(ask(trial.as.amina(), params)))).status).toBe(200);
      for (const context of [trial.as.finn(), trial.as.grace(), trial.world.as(trial.people.Bilal ?? '')]) {
        expect((await answerOf(() => page.loader(ask(context, params)))).status).toBe(404);
      }
    }
    const foreign = ask(trial.world.as(trial.people.Bilal ?? ''), params, typedAccount);
    expect((await answerOf(() => details.action(foreign))).status).toBe(404);
  });

  it('never sends a whole account number to a page', async () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    const seen = JSON.stringify([
      await money.loader(ask(trial.as.amina(), { applicationId: trial.applications.Amina ?? '' })),
      await details.loader(ask(trial.as.amina(), { applicationId: trial.applications.Amina ?? '' })),
      await books.loader(ask(trial.as.finn(), { callId: trial.call.id })),
      await payoutPage.loader(ask(trial.as.finn(), { payoutId })),
      await desk.loader(ask(trial.as.finn(), {})),
    ]);
    expect(seen).toContain('58');
    for (const secret of ['66374958', '089999', '88837491', '107999']) expect(seen).not.toContain(secret);
  });
});

describe('saying where the money goes, on the page', () => {
  const save = (trial: TrialPayment, posted: Record<string, string>) =>
    answerOf(() => details.action(ask(trial.as.amina(), { applicationId: trial.applications.Amina ?? '' }, posted)));

  it('proposes the name of whoever the application says would hold the money, until there are details', async () => {
    const trial = acceptedAward();
    const page = () => details.loader(ask(trial.as.amina(), { applicationId: trial.applications.Amina ?? '' }));
    const host = 'The Amina Street Trust';
    expect(page()).toMatchObject({ hostName: host, values: { name: host } });
    expect(await save(trial, typedAccount)).toMatchObject({ status: 302 });
    expect(page()).toMatchObject({ hostName: '', values: { holder: 'group', name: typedAccount.name } });
  });

  it('names what is wrong in each field and keeps what was typed', async () => {
    const trial = acceptedAward();
    const wrong = { holder: 'own', name: 'أمينة', sortCode: '12345', accountNumber: '123456789' };
    const answer = await save(trial, wrong);
    expect(answer).toMatchObject({
      status: 422,
      reply: {
        errors: {
          name: expect.stringContaining('Latin'),
          sortCode: expect.stringContaining('six numbers'),
          accountNumber: expect.stringContaining('ask your bank'),
        },
        typed: { sortCode: ['12345'], name: ['أمينة'] },
      },
    });
    expect((await save(trial, {})).status).toBe(422);
    for (const holder of ['', 'cash', 'voucher', 'other']) {
      expect(await save(trial, { ...typedAccount, holder }), holder).toMatchObject({
        status: 422,
        reply: { errors: { holder: expect.any(String) } },
      });
    }
  });

  it('asks for a second look at unlikely numbers, and takes them with the tick', async () => {
    const trial = acceptedAward();
    const unlikely = { ...typedAccount, accountNumber: '64371388' };
    expect(await save(trial, unlikely)).toMatchObject({
      status: 422,
      reply: { errors: { lookedAgain: expect.any(String) } },
    });
    expect(await save(trial, { ...unlikely, lookedAgain: 'on' })).toMatchObject({ status: 302 });
  });

  it.each(['own', 'group', 'supplier'])(
    'takes an account and whose it is, and shows both to either side: %s',
    async (holder) => {
      const trial = readyToPay();
      expect((await save(trial, { ...typedAccount, holder })).to).toContain('done=details');
      const params = { applicationId: trial.applications.Amina ?? '' };
      expect(money.loader(ask(trial.as.amina(), params)).money.payee).toMatchObject({ holder, masked: '•• •• 89' });
      confirmed(trial);
      trial.world.pass(HOLD_AFTER_CHANGE);
      const payoutId = submitted(trial);
      const { sheet } = await payoutPage.loader(ask(trial.as.farah(), { payoutId }));
      expect(sheet.payee).toMatchObject({ kind: 'bank', holder });
    },
  );

  it('shows what a host keeps in money, and takes the tick for these sums only', async () => {
    const trial = acceptedAward();
    const host = {
      ...typedAccount,
      holder: 'host',
      hostName: 'St Mark’s',
      hostEmail: 'Ruth@St-Marks.example',
      feeKind: 'percent',
      fee: '5',
    };
    expect((await save(trial, { ...typedAccount, holder: 'host' })).reply).toMatchObject({
      errors: { hostName: expect.any(String), hostEmail: expect.any(String), feeKind: expect.any(String) },
    });
    expect((await save(trial, { ...host, fee: 'five' })).reply).toMatchObject({ errors: { fee: expect.any(String) } });
    expect((await save(trial, { ...host, feeKind: 'amount', fee: '3000' })).reply).toMatchObject({
      errors: { fee: expect.stringContaining('cannot keep all') },
    });
    const sums = '£3,000 – St Mark’s keeps £150 – you get £2,850.';
    expect((await save(trial, host)).reply).toMatchObject({ errors: { feeAgreed: expect.stringContaining(sums) } });
    for (const feeShown of ['', '0', '14999', 'x']) {
      const answer = await save(trial, { ...host, feeAgreed: 'on', feeShown });
      expect(answer, feeShown).toMatchObject({ status: 422, reply: { errors: { feeAgreed: expect.any(String) } } });
    }
    expect((await save(trial, { ...host, feeAgreed: 'on', feeShown: '15000' })).to).toContain('done=details');
    const params = { applicationId: trial.applications.Amina ?? '' };
    const { payee } = money.loader(ask(trial.as.amina(), params)).money;
    expect(payee).toMatchObject({ holder: 'host', host: { email: 'ruth@st-marks.example', keepsMinor: 15_000 } });
    expect((await answerOf(() => money.action(ask(trial.as.amina(), params, { intent: 'host' })))).to).toContain(
      'done=host-asked',
    );
    expect((await answerOf(() => money.action(ask(trial.as.finn(), params, { intent: 'host' })))).status).toBe(404);
  });

  it('takes the code from the mailbox, and sends another one', async () => {
    const trial = readyToPay();
    expect((await save(trial, typedAccount)).to).toContain('done=details');
    const params = { applicationId: trial.applications.Amina ?? '' };
    const press = (posted: Record<string, string>) =>
      answerOf(() => money.action(ask(trial.as.amina(), params, posted)));
    const { code } = must(sendPayeeCode(trial.as.amina(), trial.awardId));
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await press({ intent: 'confirm', code: wrong })).toMatchObject({
      status: 422,
      reply: { errors: { code: expect.stringContaining('not right') }, typed: { intent: ['confirm'] } },
    });
    expect((await press({ intent: 'confirm' })).status).toBe(422);
    expect((await press({ intent: 'bribe' })).status).toBe(404);
    expect((await press({ intent: 'code' })).to).toContain('done=code');
    trial.world.pass(HOUR);
    confirmed(trial);
    expect(await press({ intent: 'code' })).toMatchObject({
      reply: { message: expect.stringContaining('confirmed already') },
    });
    const foreign = ask(trial.as.finn(), params, { intent: 'confirm', code });
    expect((await answerOf(() => money.action(foreign))).status).toBe(404);
  });

  it('speaks Arabic to whoever reads it', async () => {
    const trial = acceptedAward();
    const amina = { ...trial.as.amina(), language: 'ar' };
    const params = { applicationId: trial.applications.Amina ?? '' };
    const answer = await answerOf(() => details.action(ask(amina, params, { ...typedAccount, sortCode: '12' })));
    expect(answer).toMatchObject({ reply: { errors: { sortCode: expect.stringContaining('ستة أرقام') } } });
  });
});

describe('paying, on the pages', () => {
  it('prepares what was ticked, and says how many', async () => {
    const trial = readyToPay();
    const params = { callId: trial.call.id };
    const post = (posted: Record<string, string | string[]>) =>
      answerOf(() => books.action(ask(trial.as.finn(), params, { intent: 'prepare', ...posted })));
    expect(await post({})).toMatchObject({ status: 422, reply: { errors: { tranche: expect.any(String) } } });
    const { id } = trancheAt(trial, 1);
    expect((await post({ tranche: [id, 'foreign'] })).to).toContain('count=1');
    expect((await post({ tranche: id })).to).toContain('failed=1');
  });

  it('walks a payment from approval to the bank and back to the books', async () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    const press = (context: Context, posted: Record<string, string>) =>
      answerOf(() => payoutPage.action(ask(context, { payoutId }, posted)));
    const { sheet } = await payoutPage.loader(ask(trial.as.farah(), { payoutId }));
    expect(await press(trial.as.finn(), { intent: 'approve', hash: sheet.hash })).toMatchObject({
      status: 422,
      reply: { message: expect.stringContaining('somebody else') },
    });
    expect(await press(trial.as.farah(), { intent: 'approve', hash: 'old' })).toMatchObject({ status: 422 });
    expect((await press(trial.as.farah(), { intent: 'approve', hash: sheet.hash })).to).toContain('done=approved');
    expect((await press(trial.as.farah(), { intent: 'bribe' })).status).toBe(404);

    const made = await answerOf(() =>
      books.action(ask(trial.as.finn(), { callId: trial.call.id }, { intent: 'file' })),
    );
    const fileId = made.to?.split('/').at(-1)?.split('?')[0] ?? '';
    const again = await answerOf(() =>
      books.action(ask(trial.as.finn(), { callId: trial.call.id }, { intent: 'file' })),
    );
    expect(again.status).toBe(422);
    const atBank = (posted: Record<string, string>) =>
      answerOf(() => file.action(ask(trial.as.finn(), { fileId }, posted)));
    expect((await atBank({ intent: 'sent' })).status).toBe(422);
    expect((await atBank({ intent: 'sent', sure: 'on' })).to).toContain('done=sent');
    expect((await press(trial.as.finn(), { intent: 'fail', failReason: 'Refused' })).status).toBe(422);
    expect((await atBank({ intent: 'settle', evidence: 'Line 3' })).to).toContain('done=settled');
    expect(trial.world.db.select().from(payout).get()?.state).toBe('settled');
    expect((await press(trial.as.finn(), { intent: 'return', returnReason: 'Closed', returnSure: 'on' })).to).toContain(
      'done=returned',
    );
  });

  it('gives the same file to the last byte, before and after it was sent', async () => {
    const trial = readyToPay();
    const { fileId } = inFile(trial);
    const bytes = async (page: typeof download) =>
      Buffer.from(await page.loader(ask(trial.as.finn(), { fileId })).arrayBuffer());
    const [xml, csv] = [await bytes(download), await bytes(table)];
    must(markFileSent(trial.as.finn(), fileId));
    trial.world.pass(1_000_000);
    expect((await bytes(download)).equals(xml)).toBe(true);
    expect((await bytes(table)).equals(csv)).toBe(true);
    const { file: sheet } = await file.loader(ask(trial.as.finn(), { fileId }));
    expect(sha256Hex(xml)).toBe(sheet.xmlSha256);
    const response = download.loader(ask(trial.as.finn(), { fileId }));
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="CP-[0-9A-Z]{20}\.xml"$/);
  });

  it('books money on the page, and nothing that is not an amount', async () => {
    const trial = acceptedAward();
    const params = { callId: trial.call.id };
    const post = (posted: Record<string, string>) => answerOf(() => funds.action(ask(trial.as.finn(), params, posted)));
    const opening = {
      amount: '6,000',
      statementRef: 'FUNDER 1',
      evidence: 'Line 4',
      name: 'Common Ground',
      sortCode: '10-79-99',
      accountNumber: '88837491',
    };
    for (const amount of ['', '0', '-5', 'lots', '1.234']) {
      expect(await post({ ...opening, amount }), amount).toMatchObject({
        status: 422,
        reply: { errors: { amount: expect.any(String) } },
      });
    }
    expect((await post(opening)).to).toContain('done=booked');
    expect(await post({ amount: '1', statementRef: 'FUNDER 1', evidence: 'x' })).toMatchObject({
      status: 422,
      reply: { errors: { statementRef: expect.any(String) }, typed: { evidence: ['x'] } },
    });
  });
});

describe('lists', () => {
  it('ask the database as often for three payments as for one', async () => {
    const queriesFor = (trial: TrialPayment) =>
      statementsIn(trial.world, async () => {
        await books.loader(ask(trial.as.finn(), { callId: trial.call.id }));
        await desk.loader(ask(trial.as.finn(), {}));
      });
    expect(await queriesFor(readyToPay('three-parts'))).toBe(await queriesFor(readyToPay('at-once')));
  });
});
