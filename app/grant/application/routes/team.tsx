import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { sendsEmail } from '#app/platform/channels.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerHandover } from '../commands/answer-handover.server.ts';
import { endMembership } from '../commands/end-membership.server.ts';
import { askToTakeOver, takeHandoverBack } from '../commands/hand-over.server.ts';
import { inviteToTeam } from '../commands/invite-to-team.server.ts';
import { revokeTeamInvitation } from '../commands/revoke-team-invitation.server.ts';
import { setMemberRole } from '../commands/set-member-role.server.ts';
import { handoverForm, invitationForm, inviteForm, memberForm, roleForm } from '../forms/team-forms.ts';
import { type TeamPage, teamPage } from '../queries/team-page.server.ts';
import { HandOver, HandoverForMe } from '../ui/hand-over.tsx';
import { InvitationTable } from '../ui/invitation-table.tsx';
import { InviteSomebody } from '../ui/invite-somebody.tsx';
import { MadeInvitation } from '../ui/made-invitation.tsx';
import { LeaveTeam, MemberList } from '../ui/member-list.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { NotInATest } from '../ui/test-notice.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.team.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { team: found(teamPage(portal, params.applicationId ?? '')), newId: portal.newId() };
}

/** A new link is in this one answer and in none after it: no redirect could show it without keeping it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const team = found(teamPage(portal, params.applicationId ?? ''));
  const form = await request.formData();
  const intent = form.get('intent');
  if (intent === 'invite') return invite(portal, team, form);
  if (intent === 'leave') {
    if (!endMembership(portal, team.id, portal.actor.personId).ok) notFound();
    throw redirect(paths.apply(), 303);
  }
  const refused =
    intent === 'take-over' || intent === 'decline'
      ? answer(portal, team, intent === 'take-over')
      : await change(portal, team, intent, form);
  if (refused !== null) return refused;
  throw redirect(paths.applyTeam({ applicationId: team.id }), 303);
}

async function invite(portal: SignedIn, team: TeamPage, sent: FormData) {
  if (!team.isOwner) notFound();
  const form = await readForm(sent, inviteForm(portal.language));
  if (!form.ok) return form.response;
  const { how, email, invitationId, role, usesMax } = form.value;
  const address = how === 'email' ? email : null;
  const outcome = inviteToTeam(portal, team.id, { invitationId, kind: 'team', role, email: address, usesMax });
  if (outcome.ok) {
    const link = new URL(paths.applyJoin({ token: outcome.value.token }), portal.env.PUBLIC_URL).href;
    return { made: { link, email: address, isSent: sendsEmail(portal.env) } };
  }
  if (outcome.reason === 'not-found') notFound();
  if (outcome.reason === 'is-a-test') return form.refuse(wordsIn('en').words.testDesk.notHere);
  return form.refuse(wordsIn(portal.language).words.team.inviteRefusals[outcome.reason]);
}

/** What an owner does with her team. */
async function change(portal: SignedIn, team: TeamPage, intent: FormDataEntryValue | null, sent: FormData) {
  const text = wordsIn(portal.language).words.team;
  if (!team.isOwner) notFound();
  if (intent === 'take-back-handover') return takeHandoverBack(portal, team.id).ok ? null : notFound();
  if (intent === 'revoke') {
    const form = await readForm(sent, invitationForm);
    return form.ok && revokeTeamInvitation(portal, team.id, form.value.invitationId).ok ? null : notFound();
  }
  if (intent === 'remove') {
    const form = await readForm(sent, memberForm);
    return form.ok && endMembership(portal, team.id, form.value.personId).ok ? null : notFound();
  }
  if (intent === 'role') {
    const form = await readForm(sent, roleForm(portal.language));
    if (!form.ok) return form.response;
    const outcome = setMemberRole(portal, team.id, form.value.personId, form.value.role);
    if (outcome.ok) return null;
    return outcome.reason === 'not-found' ? notFound() : form.refuse(text.inviteRefusals[outcome.reason]);
  }
  const form = await readForm(sent, handoverForm);
  if (!form.ok || intent !== 'hand-over') notFound();
  const outcome = askToTakeOver(portal, team.id, form.value.personId);
  if (outcome.ok) return null;
  return outcome.reason === 'not-found' ? notFound() : form.refuse(text.handRefusals[outcome.reason]);
}

function answer(portal: SignedIn, team: TeamPage, isAccepted: boolean) {
  const outcome = answerHandover(portal, team.id, isAccepted);
  if (outcome.ok) return null;
  return outcome.reason === 'not-found'
    ? notFound()
    : refusal(wordsIn(portal.language).words.team.handRefusals[outcome.reason]);
}

export default function Team() {
  const { words } = useWords();
  const { team, newId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.team;
  if (reply !== undefined && 'made' in reply) return <MadeInvitation applicationId={team.id} made={reply.made} />;
  const isAbout = (...intents: string[]) => intents.includes(reply?.typed.intent?.[0] ?? '');
  const isInviting = isAbout('invite');
  const isChanging = isAbout('role');
  return (
    <Page
      back={paths.applyApplication({ applicationId: team.id })}
      backLabel={words.application.taskTitle}
      overline={<OfCall title={team.call.title} reference={team.reference} />}
      title={text.title}
      lead={text.lead}
    >
      <NotInATest reference={team.reference} />
      <HandoverForMe team={team} reply={isInviting || isChanging ? undefined : reply} />
      <MemberList team={team} reply={isChanging ? reply : undefined} />
      <p>{text.unconstituted}</p>
      <p>{text.noPayeeYet}</p>
      {team.isOwner && team.state !== 'withdrawn' && (
        <InviteSomebody invitationId={newId} reply={isInviting ? reply : undefined} />
      )}
      <InvitationTable team={team} />
      {team.isOwner ? <HandOver team={team} reply={isInviting || isChanging ? undefined : reply} /> : <LeaveTeam />}
    </Page>
  );
}
