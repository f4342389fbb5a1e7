import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Table, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TeamPage } from '../queries/team-page.server.ts';

type Invited = TeamPage['invitations'][number];

/** Invitations that still work, and the way to take each back. */
export function InvitationTable({ team }: { team: TeamPage }) {
  const { words, language } = useWords();
  const text = words.team;
  if (team.invitations.length === 0) return null;
  const whoOf = (invited: Invited) => invited.email ?? text.invitationByLink;
  return (
    <Table
      caption={text.invitationsTitle}
      rows={team.invitations}
      keyOf={(invited) => invited.id}
      columns={[
        {
          key: 'who',
          title: text.invitationColumns.who,
          heading: true,
          cell: (invited) => <bdi>{whoOf(invited)}</bdi>,
        },
        { key: 'role', title: text.invitationColumns.role, cell: (invited) => text.roles[invited.role] },
        {
          key: 'uses',
          title: text.invitationColumns.uses,
          cell: (invited) => say(language, text.invitationUsed, { count: invited.uses, max: invited.usesMax }),
        },
        {
          key: 'until',
          title: text.invitationColumns.until,
          cell: (invited) => <When at={invited.expiresAt} timeZone={team.call.timeZone} as="date" />,
        },
        {
          key: 'change',
          title: text.invitationColumns.change,
          cell: (invited) => <Revoke id={invited.id} who={whoOf(invited)} />,
        },
      ]}
    />
  );
}

function Revoke(props: { id: string; who: string }) {
  const { words, language } = useWords();
  const text = words.team;
  return (
    <details>
      <summary>
        <span aria-hidden="true">{text.revoke}</span>
        <span className="quiet">{say(language, text.revokeOf, { who: props.who })}</span>
      </summary>
      <Form className="stack">
        <Hidden name="invitationId" value={props.id} />
        <p>{text.revokeText}</p>
        <Button look="danger" name="intent" value="revoke">
          {text.revokeDo}
        </Button>
      </Form>
    </details>
  );
}
