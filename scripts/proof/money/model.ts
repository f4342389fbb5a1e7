import fc from 'fast-check';
import { type Proved, proved } from '../promise.ts';
import { type Account, AWARDS, type Books, type Who } from './books.ts';
import { RealBooks } from './real-books.ts';
import { ReferenceBooks } from './reference-books.ts';

const STEPS_PER_STORY = 120;
const STORIES_AT_ONCE = 20;
const HOUR = 60 * 60 * 1000;

/** Three numbers of chance, and the counts of what is there to aim at. */
type Aim = {
  readonly who: Who;
  readonly one: number;
  readonly other: number;
  /** One of the youngest: those have something left to do. -1 where there is none. */
  readonly payout: number;
  readonly file: number;
  readonly line: number;
  /** Of the payout and of the file. */
  readonly amount: number;
  readonly fileAmount: number;
};

/** Another rail adds its deeds to `Books` and its steps here: how often each is chosen, and what it does to both. */
const STEPS: Readonly<Record<string, readonly [weight: number, (books: Books, aim: Aim) => string]>> = {
  receive: [2, (books, { who, one, other }) => books.receive(who, [50_000, 200_000, 0, -1][one % 4] ?? 0, other % 40)],
  plan: [1, (books, { one }) => books.plan(one % 2)],
  release: [3, (books, { one }) => books.release(one % 2)],
  payee: [
    2,
    (books, { one, other }) => books.payee(one % 5 === 0 ? 'finn' : toWhom(one), one % 2, (other % 4) as Account),
  ],
  firstPayee: [2, (books, { one }) => books.payee(toWhom(one), one % 2, 0)],
  confirm: [4, (books, { who, one, other }) => books.confirm(other % 4 === 0 ? who : toWhom(one), one % 2)],
  prepare: [8, (books, { who, one, other }) => books.prepare(who, one % 2, other % 3)],
  submit: [10, (books, { who, payout }) => books.submit(who, payout)],
  approve: [10, (books, { who, payout, other }) => books.approve(who, payout, other % 8 > 0)],
  reject: [1, (books, { who, payout, other }) => books.reject(who, payout, other % 4 > 0)],
  file: [5, (books, { who }) => books.file(who)],
  sent: [3, (books, { who, file }) => books.sent(who, file)],
  settle: [3, (books, { who, payout, other }) => books.settle(who, payout, other % 6 > 0)],
  settleFile: [1, (books, { who, file }) => books.settleFile(who, file)],
  fail: [2, (books, { who, payout, other }) => books.fail(who, payout, other % 4 > 0)],
  giveBack: [1, (books, { who, payout }) => books.giveBack(who, payout)],
  linePays: [6, (books, { who, payout, amount }) => books.bring(who, -amount, payout < 0 ? null : { payout })],
  lineOfFile: [2, (books, { who, file, fileAmount }) => books.bring(who, -fileAmount, file < 0 ? null : { file })],
  lineIsOff: [1, (books, { who, payout, amount }) => books.bring(who, -amount - 1, payout < 0 ? null : { payout })],
  lineUnknown: [1, (books, { who, amount }) => books.bring(who, -amount, null)],
  lineComes: [3, (books, { who, payout, amount }) => books.bring(who, amount, payout < 0 ? null : { payout })],
  lineSettles: [2, (books, { who, line, payout }) => books.lineSettles(who, line, payout)],
  lineCameBack: [3, (books, { who, line, payout }) => books.lineCameBack(who, line, payout)],
  lineIsFunds: [1, (books, { who, line }) => books.lineIsFunds(who, line)],
  wait: [3, (books, { one }) => books.wait([1, HOUR, 72 * HOUR, 400 * 24 * HOUR, -HOUR][one % 5] ?? 0)],
  restart: [1, (books) => books.restart()],
  backUp: [1, (books) => books.backUp()],
  restore: [1, (books) => books.restore()],
};

const toWhom = (award: number): Who => (award % 2 === 0 ? 'amina' : 'bilal');
const WHO = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<Who>('finn', 'farah') },
  { weight: 1, arbitrary: fc.constantFrom<Who>('grace', 'amina', 'bilal') },
);
/** Towards the next end of some payout, or a story of this length gets to few of them. */
const ONWARD = 'onward';
const STEP = fc.oneof(
  { weight: 40, arbitrary: fc.constant(ONWARD) },
  ...Object.entries(STEPS).map(([name, [weight]]) => ({ weight, arbitrary: fc.constant(name) })),
);
const STORY = fc.array(fc.tuple(STEP, WHO, fc.nat(999), fc.nat(999)), {
  minLength: 1,
  maxLength: STEPS_PER_STORY,
  size: 'max',
});

/** Does anything to the books in any order, beside a model that is small enough to be seen to be right. */
export function proveTheBooks(steps: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('the books do what their model does, step by step', tell, async (broken) => {
    let done = 0;
    const went = new Set<string>();
    const property = fc.property(STORY, (story) => {
      const real = new RealBooks();
      const model = new ReferenceBooks(real.now);
      try {
        for (const [name, who, one, other] of story) {
          done += 1;
          went.add(play(name, model, real, { who, one, other }).join(' '));
        }
      } finally {
        real.sqlite.close();
      }
    });
    for (let round = 0; done < steps; round += 1) {
      const run = fc.check(property, { seed: seed + round, numRuns: STORIES_AT_ONCE });
      if (!run.failed) continue;
      broken(`seed ${seed + round}: ${run.errorInstance}; ${fc.defaultReportMessage(run)}`);
      break;
    }
    const never = Object.keys(STEPS).filter((name) => !went.has(`${name} ok`) && !went.has(`${name} settled`));
    const idle = never.filter((name) => !['lineIsOff', 'lineUnknown', 'lineComes'].includes(name));
    // Nothing is proved of what never happened.
    if (steps >= 10_000 && idle.length > 0) broken(`seed ${seed}: no story ever got to ${idle.join(', ')}`);
    tell(`${went.size} different answers were given and compared.`);
    return done;
  });
}

type Chance = Pick<Aim, 'who' | 'one' | 'other'>;

function onward({ state }: ReferenceBooks, payout: number, chance: Chance): readonly [string, Chance] {
  const { one, other } = chance;
  const found = state.payouts[payout];
  const colleague = { ...chance, who: found?.maker === 'finn' ? 'farah' : 'finn', other: 3 } as const;
  const by = (...names: readonly string[]) => [names[other % names.length] ?? '', colleague] as const;
  if (found?.state === 'draft') return ['submit', { ...chance, who: found.maker }];
  if (found?.state === 'submitted') return by('approve', 'approve', 'approve', 'reject');
  if (found?.state === 'approved') return by(found.byHand ? 'settle' : 'file');
  if (found?.state === 'reserved')
    return by('sent', 'settleFile', 'lineOfFile', 'linePays', 'fail', 'lineUnknown', 'settle');
  if (found?.state === 'sending') return by('settle', 'linePays', 'lineOfFile', 'lineUnknown', 'lineSettles', 'fail');
  if (found?.state === 'settled' && one % 3 === 0) return by('lineComes', 'lineCameBack', 'linePays', 'giveBack');
  for (const [award, { tranches, account, isConfirmed }] of state.awards.entries()) {
    const place = tranches.findIndex((tranche) => tranche.state === 'due');
    if (place < 0) continue;
    const next = account === null ? 'firstPayee' : isConfirmed ? 'prepare' : 'confirm';
    return [next, { ...colleague, one: award, other: place }];
  }
  return by('release');
}

function play(
  drawn: string,
  model: ReferenceBooks,
  real: RealBooks,
  chances: Chance,
): readonly [name: string, answer: string] {
  const { payouts, files, lines } = model.state;
  const youngest = (length: number) => length - 1 - (length === 0 ? 0 : chances.one % Math.min(length, 4));
  const [payout, file, line] = [youngest(payouts.length), youngest(files.length), lines.length - 1];
  const [name, chance] = drawn === ONWARD ? onward(model, payout, chances) : [drawn, chances];
  const fileAmount = payouts.reduce((sum, each) => sum + (each.file === file ? each.amount : 0), 0);
  // A statement without any payment is about something else.
  const aim = { ...chance, payout, file, line, amount: payouts[payout]?.amount ?? 777, fileAmount: fileAmount || 777 };
  const act = STEPS[name]?.[1];
  const [expected, found] = [act?.(model, aim), act?.(real, aim)];
  if (found !== expected) throw new Error(`${name}: the portal says ${found}, the model ${expected}`);
  agree(name, model, real);
  return [name, String(found)];
}

/** What must hold after every step, read from the tables and not through the portal. */
function agree(after: string, { state }: ReferenceBooks, { sqlite }: RealBooks): void {
  const same = (what: string, found: unknown, expected: unknown) => {
    const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
    if (one !== other) throw new Error(`after ${after}, ${what}: the portal has ${one}, the model ${other}`);
  };
  const rows = (sql: string) => sqlite.prepare(sql).raw().all();
  const one = (sql: string) => sqlite.prepare(sql).pluck().get();
  const kinds = Object.entries(state.balances).filter(([, balance]) => balance !== 0);
  same(
    'balances',
    rows('select kind, sum(balance) from ledger_account group by kind having sum(balance) <> 0 order by kind'),
    kinds.toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
  same(
    'currencies off nothing',
    rows('select currency from ledger_account group by currency having sum(balance) <> 0'),
    [],
  );
  same('accounts below their floor', one('select count(*) from ledger_account where balance < floor'), 0);
  same(
    'balances off their entries',
    one(`select count(*) from ledger_account a where balance <>
      (select coalesce(sum(amount_minor), 0) from ledger_entry e where e.account_id = a.id)`),
    0,
  );
  same(
    'tranches with two live payouts',
    one(`select count(*) from (select tranche_id from payout where state not in ('failed', 'returned', 'cancelled')
      group by tranche_id having count(*) > 1)`),
    0,
  );
  same(
    'granted',
    one("select coalesce(sum(balance), 0) from ledger_account where kind = 'granted'"),
    one("select coalesce(sum(amount_minor), 0) from payout where state = 'settled'"),
  );
  same(
    'tranches',
    rows('select amount_minor, state from tranche order by amount_minor'),
    AWARDS.flatMap((_, award) => state.awards[award]?.tranches ?? [])
      .toSorted((left, right) => left.amount - right.amount)
      .map((tranche) => [tranche.amount, tranche.state]),
  );
  same(
    'payouts',
    rows('select state from payout order by rowid'),
    state.payouts.map((each) => [each.state]),
  );
  same(
    'lines',
    rows("select state = 'open' from statement_line order by rowid"),
    state.lines.map(({ isOpen }) => [Number(isOpen)]),
  );
}
