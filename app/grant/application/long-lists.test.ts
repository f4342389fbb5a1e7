import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { testWorld } from '#test/world/test-world.ts';
import { writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { askToJoinUp } from './commands/ask-to-join-up.server.ts';
import { hideFrom } from './commands/hide-from.server.ts';
import { setMatchConsent } from './commands/set-match-consent.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { exportRows } from './queries/export-rows.server.ts';
import { helpInbox } from './queries/help-inbox.server.ts';
import { helpLog } from './queries/help-log.server.ts';
import { othersPage } from './queries/others-page.server.ts';
import { NO_FILTER, PAGE_ROWS } from './rules/listing.ts';
import { insertHelp, insertQuestion, writeReply } from './store/help.server.ts';

/** A call with more drafts than fit on a page. */
function office(count = PAGE_ROWS + 7) {
  const world = testWorld();
  const { partnerId, staff } = world.partner('ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const people = Array.from({ length: count }, (_, place) => world.person(`Person ${place}`));
  const drafts = people.map((person) => writtenDraft(world, person, call));
  const help = (applicationId: Id, times = 1) => {
    for (let time = 0; time < times; time += 1) {
      const row = { id: world.newId(), applicationId, kind: 'one-to-one', minutes: 5, by: grace } as const;
      insertHelp(world.db, { ...row, at: world.now() });
    }
  };
  const ask = (applicationId: Id, place: number) => {
    const id = world.newId();
    const row = { id, applicationId, questionId: null, text: `Question ${place}`, askedBy: people[place] ?? '' };
    insertQuestion(world.db, { ...row, askedAt: world.now() + Math.floor(place / 2) });
    return id;
  };
  return { world, partnerId, call, grace, people, drafts, help, ask };
}

describe('the log of help of a call with many', () => {
  it('turns pages by key and both ways: drafts without help, what was sent without, then the least helped', () => {
    const { world, call, grace, people, drafts, help } = office();
    const [sent = '', often = '', once = ''] = drafts;
    expect(submitApplication(world.as(people[0] ?? ''), sent).ok).toBe(true);
    help(often, 3);
    help(once);
    const first = helpLog(world.as(grace), call.id);
    expect([first?.rows.length, first?.before]).toEqual([PAGE_ROWS, null]);
    const second = helpLog(world.as(grace), call.id, { toward: 'after', id: first?.after ?? '' });
    expect([second?.rows.length, second?.after]).toEqual([7, null]);
    expect(second?.rows.slice(-3).map(({ applicationId }) => applicationId)).toEqual([sent, once, often]);
    const seen = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ applicationId }) => applicationId);
    expect(seen.toSorted()).toEqual(drafts.toSorted());
    const back = helpLog(world.as(grace), call.id, { toward: 'before', id: second?.before ?? '' });
    expect(back).toEqual(first);
    const beforeLast = helpLog(world.as(grace), call.id, { toward: 'before', id: often });
    expect(beforeLast?.rows.map(({ applicationId }) => applicationId)).toEqual(seen.slice(-PAGE_ROWS - 1, -1));
  });

  it('begins anew where a link names what is not in it', () => {
    const { world, call, grace, people, drafts } = office(2);
    hideFrom(world.as(people[0] ?? ''), drafts[0] ?? '', { kind: 'person', name: 'Grace', email: null });
    for (const id of [drafts[0] ?? '', 'nothing']) {
      const log = helpLog(world.as(grace), call.id, { toward: 'after', id });
      expect(log?.rows.map(({ applicationId }) => applicationId)).toEqual([drafts[1]]);
    }
  });
});

describe('the questions of a call with many', () => {
  it('wait in the order they were asked, and are turned by key even where two came in one moment', () => {
    const { world, call, grace, drafts, ask } = office();
    const asked = drafts.map(ask);
    const first = helpInbox(world.as(grace), call.id);
    expect([first?.questions.length, first?.before]).toEqual([PAGE_ROWS, null]);
    const second = helpInbox(world.as(grace), call.id, 'waiting', { toward: 'after', id: first?.after ?? '' });
    expect([second?.questions.length, second?.after]).toEqual([7, null]);
    const seen = [...(first?.questions ?? []), ...(second?.questions ?? [])];
    expect(seen.map(({ id }) => id).toSorted()).toEqual(asked.toSorted());
    expect(seen.map(({ askedAt }) => askedAt)).toEqual(seen.map(({ askedAt }) => askedAt).toSorted());
    const back = helpInbox(world.as(grace), call.id, 'waiting', { toward: 'before', id: second?.before ?? '' });
    expect(back?.questions).toEqual(first?.questions);
  });

  it('are behind a link once they are answered, the newest answer first', () => {
    const { world, call, grace, drafts, ask } = office(3);
    const [early = '', late = '', waiting = ''] = drafts.map(ask);
    writeReply(world.db, early, 'Yes.', grace, world.now());
    writeReply(world.db, late, 'No.', grace, world.now() + 1);
    expect(helpInbox(world.as(grace), call.id)?.questions.map(({ id }) => id)).toEqual([waiting]);
    expect(helpInbox(world.as(grace), call.id, 'answered')?.questions.map(({ id }) => id)).toEqual([late, early]);
  });

  it('begin anew where a link names a question that is on none of their pages', () => {
    const { world, partnerId, call, grace, people, drafts, ask } = office(4);
    const [one = '', other = '', answered = '', hidden = ''] = drafts.map(ask);
    // Asked in one moment: their ids say which comes first.
    const [first = '', second = ''] = [one, other].toSorted();
    writeReply(world.db, answered, 'Yes.', grace, world.now());
    hideFrom(world.as(people[3] ?? ''), drafts[3] ?? '', { kind: 'person', name: 'Grace', email: null });
    const otherCall = openCall(world, grace, partnerId, { slug: 'other' });
    const elsewhere = ask(writtenDraft(world, people[0] ?? '', otherCall), 0);
    const beyond = (id: Id) => {
      const page = helpInbox(world.as(grace), call.id, 'waiting', { toward: 'after', id });
      return [page?.questions.map((question) => question.id), page?.before];
    };
    expect(beyond(first)).toEqual([[second], second]);
    for (const id of [elsewhere, answered, hidden, 'nothing']) expect(beyond(id)).toEqual([[first, second], null]);
    const answers = helpInbox(world.as(grace), call.id, 'answered', { toward: 'before', id: second });
    expect([answers?.questions.map(({ id }) => id), answers?.after]).toEqual([[answered], null]);
  });
});

describe('groups with a similar idea in a call with many', () => {
  it('are shown as far as anybody reads, and asked however many are closer', () => {
    const { world, people, drafts } = office(70);
    for (const [place, draft] of drafts.entries()) setMatchConsent(world.as(people[place] ?? ''), draft, true);
    const [amina = ''] = people;
    const [mine = ''] = drafts;
    const shown = othersPage(world.as(amina), mine)?.groups.map(({ id }) => id) ?? [];
    expect(shown).toHaveLength(60);
    const beyond = drafts.find((id) => id !== mine && !shown.includes(id)) ?? '';
    const request = { id: world.newId(), toId: beyond, message: 'Shall we cook together?' };
    expect(askToJoinUp(world.as(amina), mine, request).ok).toBe(true);
  });
});

describe('a file of many applications', () => {
  it('is read as it is taken: its first line costs no more than a part of it', async () => {
    const { world, call, grace, people, drafts } = office(201);
    for (const [place, draft] of drafts.entries()) submitApplication(world.as(people[place] ?? ''), draft);
    const lines = () => exportRows(world.as(grace), call.id, { kind: 'all', filter: NO_FILTER })?.lines;
    const one = await statementsIn(world, () => lines()?.next());
    const whole = await statementsIn(world, () => expect([...(lines() ?? [])]).toHaveLength(201));
    expect(whole).toBeGreaterThan(one);
  });
});
