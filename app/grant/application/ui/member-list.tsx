import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Card, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TeamPage } from '../queries/team-page.server.ts';
import { RoleChoices } from './role-choices.tsx';

type Member = TeamPage['members'][number];

/** The owner first, then everybody in the order they joined; an owner changes and removes people here. */
export function MemberList({ team, reply }: { team: TeamPage; reply: FormReply | undefined }) {
  const { words, language, date } = useWords();
  const text = words.team;
  return (
    <section aria-labelledby="members">
      <h2 id="members">{text.listTitle}</h2>
      <ul className="grid">
        <Card as="li">
          <h3>
            <bdi>{team.owner.name}</bdi> {team.owner.isMe && <Tag tone="brand">{text.me}</Tag>}
          </h3>
          <p>{text.owner}</p>
        </Card>
        {team.members.map((member) => (
          <Card as="li" key={member.personId}>
            <h3>
              <bdi>{member.name}</bdi> {member.isMe && <Tag tone="brand">{text.me}</Tag>}
            </h3>
            {member.email !== '' && (
              <p className="soft">
                <bdi>{member.email}</bdi>
              </p>
            )}
            {member.kind === 'support' && <p>{text.support}</p>}
            <p>{text.roleHints[member.role]}</p>
            <p className="soft">{say(language, text.since, { date: date(member.joinedAt, team.call.timeZone) })}</p>
            {team.isOwner && (
              <ChangeMember
                member={member}
                reply={reply?.typed.personId?.[0] === member.personId ? reply : undefined}
              />
            )}
          </Card>
        ))}
      </ul>
    </section>
  );
}

function ChangeMember({ member, reply }: { member: Member; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.team;
  const name = member.name;
  return (
    <>
      <details open={reply !== undefined}>
        <summary>
          <span aria-hidden="true">{text.change}</span>
          <span className="quiet">{say(language, text.changeOf, { name })}</span>
        </summary>
        <Form reply={reply} part={member.personId} values={{ role: member.role }}>
          <Hidden name="personId" value={member.personId} />
          <RoleChoices label={text.role} kind={member.kind} />
          <Button look="second" name="intent" value="role">
            {text.roleSave}
          </Button>
        </Form>
      </details>
      <details>
        <summary>
          <span aria-hidden="true">{text.remove}</span>
          <span className="quiet">{say(language, text.removeOf, { name })}</span>
        </summary>
        <Form>
          <Hidden name="personId" value={member.personId} />
          <p>{text.removeText}</p>
          <Button look="danger" name="intent" value="remove">
            {say(language, text.removeDo, { name })}
          </Button>
        </Form>
      </details>
    </>
  );
}

/** The way out, for everybody but the owner. */
export function LeaveTeam() {
  const text = useWords().words.team;
  return (
    <details>
      <summary>{text.leave}</summary>
      <Form>
        <p>{text.leaveText}</p>
        <Button look="danger" name="intent" value="leave">
          {text.leaveDo}
        </Button>
      </Form>
    </details>
  );
}
