import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { LINK_USES_MAX } from '../rules/inviting.ts';
import { RoleChoices } from './role-choices.tsx';

/** Asking somebody into the team, by a letter to one address or by a link to hand on. */
export function InviteSomebody(props: {
  /** Made with the page: the same form sent twice invites once. */
  invitationId: Id;
  reply: FormReply | undefined;
}) {
  const { words, language } = useWords();
  const { team } = words;
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{team.inviteTitle}</h2>
      <Form className="invite-form" reply={props.reply} values={{ how: 'email', role: 'edit', usesMax: 1 }}>
        <Hidden name="invitationId" value={props.invitationId} />
        <Choices
          type="radio"
          name="how"
          label={team.inviteHow}
          choices={(['email', 'link'] as const).map((how) => ({
            value: how,
            label: team.inviteHows[how],
            hint: team.inviteHowHints[how],
          }))}
        />
        <TextField
          name="email"
          className="for-email"
          type="email"
          inputMode="email"
          dir="ltr"
          spellCheck={false}
          label={team.inviteEmail}
          hint={team.inviteEmailHint}
        />
        <TextField
          name="usesMax"
          className="for-link"
          inputMode="numeric"
          dir="ltr"
          short
          label={team.inviteUses}
          hint={say(language, team.inviteUsesHint, { max: LINK_USES_MAX })}
        />
        <RoleChoices label={team.role} />
        <p className="soft">{team.inviteDays}</p>
        <Button name="intent" value="invite">
          {team.inviteDo}
        </Button>
      </Form>
    </section>
  );
}
