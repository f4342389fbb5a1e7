import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam, teamLink } from '#test/world/trial-team.ts';
import { answerHandover } from './commands/answer-handover.server.ts';
import { commentOnAnswer, resolveComment } from './commands/comment-on-answer.server.ts';
import { endMembership } from './commands/end-membership.server.ts';
import { askToTakeOver, takeHandoverBack } from './commands/hand-over.server.ts';
import { hideFrom, showAgain } from './commands/hide-from.server.ts';
import { inviteToTeam } from './commands/invite-to-team.server.ts';
import { joinTeam } from './commands/join-team.server.ts';
import { revokeTeamInvitation } from './commands/revoke-team-invitation.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveSafety } from './commands/save-safety.server.ts';
import { setMemberRole } from './commands/set-member-role.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { applicationsOf } from './queries/application-card.server.ts';
import { commentsBeside } from './queries/comments.server.ts';
import { isHiddenFrom } from './queries/hidden-from.server.ts';
import { joinPage } from './queries/join-page.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { safetyPage } from './queries/safety-page.server.ts';
import { insidersOf, myRoleIn } from './queries/team.server.ts';
import { teamPage } from './queries/team-page.server.ts';
import type { MemberRole } from './rules/team.ts';

const refusal = (reason: string) => ({ ok: false, reason });

function kitchen() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const [amina, bo, cy] = [world.person('Amina'), world.person('Bo'), world.person('Cy')];
  const draft = writtenDraft(world, amina, call);
  const first = call.questions[0]?.id ?? '';
  const invited = (role: MemberRole, email: string | null = null, usesMax = 1) => {
    const invitationId = world.newId();
    const made = inviteToTeam(world.as(amina), draft, { invitationId, kind: 'team', role, email, usesMax });
    return { invitationId, token: made.ok ? made.value.token : '' };
  };
  return { world, call, first, grace, amina, bo, cy, draft, invited };
}

describe('coming into a team', () => {
  it('takes a link and a yes, once, and twice is once', () => {
    const { world, draft, amina, bo, cy } = kitchen();
    const token = teamLink(world, amina, draft, 'edit');
    expect(myRoleIn(world.as(bo), draft)).toBeNull();
    expect(joinPage(world.as(bo), token)).toMatchObject({ role: 'edit', idea: { ownerName: 'Amina' } });
    expect(myRoleIn(world.as(bo), draft), 'looking uses nothing up').toBeNull();
    expect(joinTeam(world.as(bo), token)).toEqual({ ok: true, value: { applicationId: draft } });
    expect(joinTeam(world.as(bo), token)).toEqual({ ok: true, value: { applicationId: draft } });
    expect(teamPage(world.as(amina), draft)?.members.map(({ name }) => name)).toEqual(['Bo']);
    expect(joinTeam(world.as(cy), token)).toEqual(refusal('used-up'));
    expect(applicationsOf(world.as(null), bo).map(({ id }) => id)).toEqual([draft]);
  });
  it('by a letter is for its address alone, whoever reads it on the way', async () => {
    const { world, draft, bo, cy, invited } = kitchen();
    const { token } = invited('sign', 'Bo@People.example');
    expect(joinPage(world.as(cy), token)).toMatchObject({ isForMe: false, idea: null });
    expect(joinTeam(world.as(cy), token)).toEqual(refusal('other-address'));
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).all();
    expect(letters.map(({ recipient, secret, partnerId }) => ({ recipient, secret, partnerId }))).toEqual([
      { recipient: 'bo@people.example', secret: true, partnerId: null },
    ]);
    expect(JSON.stringify(letters)).not.toContain(token);
    expect(joinTeam(world.as(bo), token).ok).toBe(true);
    expect(myRoleIn(world.as(bo), draft)).toBe('sign');
  });
  it('ends after fourteen days, and when the owner takes the invitation back', () => {
    const { world, draft, amina, bo, cy, invited } = kitchen();
    const late = invited('view');
    const back = invited('view');
    expect(revokeTeamInvitation(world.as(bo), draft, back.invitationId)).toEqual(refusal('not-found'));
    expect(revokeTeamInvitation(world.as(amina), draft, back.invitationId).ok).toBe(true);
    expect(joinTeam(world.as(bo), back.token)).toEqual(refusal('revoked'));
    world.pass(14 * DAY - 1);
    expect(joinTeam(world.as(bo), late.token).ok).toBe(true);
    world.pass(1);
    expect(joinTeam(world.as(cy), late.token)).toEqual(refusal('used-up'));
    expect(joinTeam(world.as(cy), 'z'.repeat(32))).toEqual(refusal('not-found'));
  });
  it('is for nobody who gives the money out', () => {
    const { world, grace, invited } = kitchen();
    expect(joinTeam(world.as(grace), invited('view').token)).toEqual(refusal('own-call'));
  });
  it('is refused by the database too when two people use the last of a link', () => {
    const { world, draft, cy, invited } = kitchen();
    const { token, invitationId } = invited('view');
    joinTeam(world.as(world.person('Dee')), token);
    const insert = `insert into application_member (id, application_id, person_id, role, kind, joined_at, invitation_id)
      values ('m', '${draft}', '${cy}', 'view', 'team', ${world.now()}, '${invitationId}')`;
    expect(() => world.db.$client.exec(insert)).toThrow('as often as it says');
  });
});

describe('a role', () => {
  it('decides what somebody may do, in the commands themselves', async () => {
    const { world, call, first, draft, amina } = kitchen();
    const roles: readonly MemberRole[] = ['view', 'comment', 'edit', 'sign'];
    const done: Record<string, string[]> = {};
    for (const role of roles) {
      const person = world.person(`Who may ${role}`);
      inTeam(world, amina, draft, person, role);
      const comment = { id: world.newId(), text: 'Say more about the bread.' };
      const may = {
        read: myApplication(world.as(person), draft) !== null,
        comment: commentOnAnswer(world.as(person), draft, first, comment).ok,
        write: saveAnswer(world.as(person), draft, first, `Bread, says ${role}`).ok,
        manage: inviteToTeam(world.as(person), draft, {
          invitationId: world.newId(),
          kind: 'team',
          role: 'view',
          email: null,
          usesMax: 1,
        }).ok,
      };
      done[role] = Object.keys(may).filter((name) => may[name as keyof typeof may]);
    }
    expect(done).toEqual({
      view: ['read'],
      comment: ['read', 'comment'],
      edit: ['read', 'comment', 'write'],
      sign: ['read', 'comment', 'write'],
    });
    expect(submitApplication(world.as(world.person('Who may edit')), draft)).toEqual(refusal('not-found'));
    expect(submitApplication(world.as(world.person('Who may sign')), draft).ok).toBe(true);
    const withdrawn = await withdrawApplication(world.as(world.person('Who may edit')), draft);
    expect(withdrawn).toEqual(refusal('not-found'));
    expect((await withdrawApplication(world.as(world.person('Who may sign')), draft)).ok).toBe(true);
    expect(startApplication(world.as(world.person('Who may edit')), call.id).ok, 'their own draft is theirs').toBe(
      true,
    );
  });
  it('stays as it was for somebody who has judged the group', () => {
    const { world, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'view');
    // Scores, payouts and mentors belong to later stages; this is what their tables answer.
    world.db.$client.exec(`create trigger judged before insert on application_member when new.person_id = '${bo}'
      begin select raise(abort, 'who judged a group does not join it'); end`);
    expect(setMemberRole(world.as(amina), draft, bo, 'edit')).toEqual(refusal('has-judged'));
    expect(myRoleIn(world.as(bo), draft)).toBe('view');
  });
  it('is changed by the owner, and both roles stay known', () => {
    const { world, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'view');
    expect(setMemberRole(world.as(bo), draft, bo, 'sign')).toEqual(refusal('not-found'));
    world.pass(DAY);
    expect(setMemberRole(world.as(amina), draft, bo, 'sign').ok).toBe(true);
    expect(myRoleIn(world.as(bo), draft)).toBe('sign');
    const rows = world.db.$client
      .prepare('select role, left_at is null as stays from application_member order by joined_at')
      .all();
    expect(rows).toEqual([
      { role: 'view', stays: 0 },
      { role: 'sign', stays: 1 },
    ]);
    expect(() => world.db.$client.exec("update application_member set role = 'edit'")).toThrow('never changes');
    expect(() => world.db.$client.exec('delete from application_member')).toThrow('stays known');
  });
  it('lets a support worker help and never sign', () => {
    const { world, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'edit', 'support');
    expect(setMemberRole(world.as(amina), draft, bo, 'sign')).toEqual(refusal('support-never-signs'));
    expect(askToTakeOver(world.as(amina), draft, bo)).toEqual(refusal('support-worker'));
  });
});

describe('leaving a team', () => {
  it('closes the application to them, and their next save is told why', () => {
    const { world, first, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'edit');
    expect(saveAnswer(world.as(bo), draft, first, 'With Bo’s bread').ok).toBe(true);
    expect(endMembership(world.as(bo), draft, amina)).toEqual(refusal('not-found'));
    expect(endMembership(world.as(amina), draft, bo).ok).toBe(true);
    expect(myApplication(world.as(bo), draft)).toBeNull();
    expect(saveAnswer(world.as(bo), draft, first, 'More bread')).toEqual(refusal('left-team'));
    expect(myApplication(world.as(amina), draft)?.questions[0]?.text).toBe('With Bo’s bread');
    expect(saveAnswer(world.as(world.person('Yusuf')), draft, first, 'x')).toEqual(refusal('not-found'));
    expect([...(insidersOf(world.as(null), [draft]).get(draft) ?? [])], 'who knew it goes on knowing it').toEqual([
      amina,
      bo,
    ]);
  });
  it('takes a right to write away as well, in words', () => {
    const { world, first, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'edit');
    setMemberRole(world.as(amina), draft, bo, 'comment');
    expect(saveAnswer(world.as(bo), draft, first, 'More bread')).toEqual(refusal('may-not-edit'));
  });
});

describe('two people and one answer', () => {
  it('are told who wrote the other text, and neither text is lost', () => {
    const { world, first, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'edit');
    expect(saveAnswer(world.as(bo), draft, first, 'Bread', 1)).toMatchObject({ value: { revision: 2 } });
    expect(saveAnswer(world.as(amina), draft, first, 'Soup', 1)).toEqual(refusal('changed-elsewhere'));
    const seen = myApplication(world.as(amina), draft)?.questions[0];
    expect(seen).toMatchObject({ text: 'Bread', saved: { byOther: 'Bo', at: world.now() } });
    expect(myApplication(world.as(bo), draft)?.questions[0]?.saved.byOther).toBeNull();
  });
});

describe('the page of a team', () => {
  it('shows its owner the addresses she wrote to, and nobody else’s', () => {
    const { world, draft, amina, bo, cy, invited } = kitchen();
    joinTeam(world.as(bo), invited('edit', 'bo@people.example').token);
    // Who joined first comes first.
    world.pass(1);
    joinTeam(world.as(cy), invited('view').token);
    const emails = () => teamPage(world.as(amina), draft)?.members.map(({ name, email }) => [name, email]);
    expect(emails()).toEqual([
      ['Bo', 'bo@people.example'],
      ['Cy', ''],
    ]);
    setMemberRole(world.as(amina), draft, bo, 'sign');
    expect(emails()).toContainEqual(['Bo', 'bo@people.example']);
    expect(teamPage(world.as(bo), draft)?.members.map(({ email }) => email)).toEqual(['', '']);
    askToTakeOver(world.as(amina), draft, cy);
    answerHandover(world.as(cy), draft, true);
    expect(JSON.stringify(teamPage(world.as(cy), draft)?.members)).not.toContain('@');
  });
});

describe('handing over', () => {
  it('changes who owns it once both have agreed, after submitting too', async () => {
    const { world, call, bo, cy } = kitchen();
    const dee = world.person('Dee');
    const sent = submitted(world, dee, call);
    inTeam(world, dee, sent, bo, 'view');
    expect(askToTakeOver(world.as(dee), sent, cy)).toEqual(refusal('not-in-team'));
    expect(askToTakeOver(world.as(dee), sent, bo).ok).toBe(true);
    expect(myRoleIn(world.as(dee), sent)).toBe('owner');
    expect(answerHandover(world.as(cy), sent, true)).toEqual(refusal('not-found'));
    expect(answerHandover(world.as(bo), sent, true).ok).toBe(true);
    expect([myRoleIn(world.as(bo), sent), myRoleIn(world.as(dee), sent)]).toEqual(['owner', 'edit']);
    expect((await withdrawApplication(world.as(dee), sent)).ok).toBe(false);
    const kept = world.db.$client.prepare('select from_id, to_id, answer from application_handover').all();
    expect(kept).toEqual([{ from_id: dee, to_id: bo, answer: 'accepted' }]);
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).all();
    expect(letters.map(({ recipient }) => recipient)).toContain('dee@people.example');
  });
  it('passes on neither how to reach the owner before nor whom they have named', () => {
    const { world, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'edit');
    const settings = {
      publicName: 'A kitchen',
      contactWay: 'phone',
      contactNote: 'At work',
      neutralSubject: true,
    } as const;
    saveSafety(world.as(amina), draft, settings, 0);
    hideFrom(world.as(amina), draft, { kind: 'person', name: 'Bo', email: null });
    expect(safetyPage(world.as(amina), draft)?.named).toHaveLength(1);
    const mine = safetyPage(world.as(amina), draft)?.named[0]?.id ?? '';
    askToTakeOver(world.as(amina), draft, bo);
    expect(answerHandover(world.as(bo), draft, true).ok).toBe(true);
    const page = safetyPage(world.as(bo), draft);
    expect(page).toMatchObject({
      settings: { publicName: 'A kitchen', contactWay: 'either', contactNote: '', neutralSubject: true },
      named: [],
    });
    expect(showAgain(world.as(bo), draft, mine)).toEqual(refusal('not-found'));
    expect(isHiddenFrom(world, draft, bo)).toBe(true);
    // What she names herself she sees, also where it is the same.
    expect(hideFrom(world.as(bo), draft, { kind: 'person', name: 'Bo', email: null }).ok).toBe(true);
    expect(safetyPage(world.as(bo), draft)?.named).toMatchObject([{ name: 'Bo' }]);
  });
  it('can be declined or taken back, and then nothing has changed', () => {
    const { world, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'edit');
    askToTakeOver(world.as(amina), draft, bo);
    expect(answerHandover(world.as(bo), draft, false).ok).toBe(true);
    askToTakeOver(world.as(amina), draft, bo);
    expect(takeHandoverBack(world.as(amina), draft).ok).toBe(true);
    expect(answerHandover(world.as(bo), draft, true)).toEqual(refusal('not-found'));
    expect(myRoleIn(world.as(amina), draft)).toBe('owner');
  });
  it('leaves one draft to a person and call', () => {
    const { world, call, draft, amina, bo } = kitchen();
    startApplication(world.as(bo), call.id);
    inTeam(world, amina, draft, bo, 'edit');
    askToTakeOver(world.as(amina), draft, bo);
    expect(answerHandover(world.as(bo), draft, true)).toEqual(refusal('has-own-draft'));
  });
  it('is the only way to another owner', () => {
    const { world, draft, bo } = kitchen();
    const sql = `update application set applicant_id = '${bo}' where id = '${draft}'`;
    expect(() => world.db.$client.exec(sql)).toThrow('both have agreed');
  });
});

describe('comments beside an answer', () => {
  it('are read by the team alone, say who wrote them, and can be done', () => {
    const { world, first, grace, draft, amina, bo } = kitchen();
    inTeam(world, amina, draft, bo, 'comment');
    const comment = { id: world.newId(), text: ' Say more about the bread. ' };
    expect(commentOnAnswer(world.as(bo), draft, first, comment).ok).toBe(true);
    expect(commentOnAnswer(world.as(bo), draft, first, comment).ok, 'twice is once').toBe(true);
    expect(commentsBeside(world.as(amina), draft, first)).toMatchObject([
      { authorName: 'Bo', isMine: false, text: 'Say more about the bread.', resolvedAt: null },
    ]);
    expect(resolveComment(world.as(amina), draft, comment.id, true).ok).toBe(true);
    expect(commentsBeside(world.as(bo), draft, first)).toMatchObject([{ resolverName: 'Amina' }]);
    expect(myApplication(world.as(bo), draft)?.questions[0]?.openComments).toBe(0);
    expect(resolveComment(world.as(amina), draft, comment.id, false).ok).toBe(true);
    expect(myApplication(world.as(bo), draft)?.questions[0]?.openComments).toBe(1);
    expect(commentsBeside(world.as(grace), draft, first)).toEqual([]);
    expect(resolveComment(world.as(grace), draft, comment.id, true)).toEqual(refusal('not-found'));
  });
});
