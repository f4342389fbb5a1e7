import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ReminderDesk } from '../queries/reminder-desk.server.ts';

/** Who has not finished, whether their time is over, and the buttons that remind one or all of them. */
export function UnfinishedMembers({ desk }: { desk: ReminderDesk }) {
  const { words, language, deadline, dateTime } = useWords();
  const text = words.panelRemindersDesk;
  if (desk.members.length === 0) return null;
  const reachable = desk.members.filter((member) => member.mayRemind).length;
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished">{text.title}</h2>
      <p>
        {desk.dueAt === null
          ? text.endsUnknown
          : say(language, text.ends, { when: deadline(desk.dueAt, desk.timeZone) })}{' '}
        {desk.dueAt !== null && !desk.isOverdue && text.automatic}
      </p>
      {reachable > 1 && (
        <Form part="remind-all">
          <Button name="intent" value="remind" describedBy="remind-all-hint">
            {say(language, text.remindAll, { count: reachable })}
          </Button>
          <p className="soft" id="remind-all-hint">
            {text.remindAllHint}
          </p>
        </Form>
      )}
      <ul className="plain-list">
        {desk.members.map((member) => (
          <li key={member.memberId} className="row apart">
            <span>
              <strong>
                <bdi>{member.name}</bdi>
              </strong>
              <span className="soft block">{say(language, text.missing, { count: member.missing })}</span>
              {member.lastRemindedAt !== null && (
                <span className="soft block">
                  {say(language, text.lastReminded, { when: dateTime(member.lastRemindedAt, desk.timeZone) })}
                </span>
              )}
              {desk.isOverdue && <Tag tone="bad">{text.overdue}</Tag>}
            </span>
            {member.mayRemind ? (
              <Form part={`remind-${member.memberId}`}>
                <Hidden name="memberId" value={member.memberId} />
                <Button look="second" name="intent" value="remind">
                  {say(language, text.remind, { name: member.name })}
                </Button>
              </Form>
            ) : (
              <span className="soft">{text.remindedToday}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
