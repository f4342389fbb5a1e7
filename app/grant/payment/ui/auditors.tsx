import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { AuditorShown } from '../queries/auditor-desk.server.ts';
import { AUDIT_DAYS } from '../rules/auditing.ts';

/** An audit is of a partner, and only calls have a zone. */
const ZONE = 'UTC';

/** An auditor: since when, until when, and every page she opened. */
export function AuditorCard({ auditor }: { auditor: AuditorShown }) {
  const { words, language, date } = useWords();
  const { auditing } = words;
  const day = (at: number) => date(at, ZONE);
  const standing =
    auditor.endedAt !== null
      ? say(language, auditing.ended, { name: auditor.endedBy, date: day(auditor.endedAt) })
      : say(language, auditor.isReading ? auditing.now : auditing.over, { date: day(auditor.untilAt) });
  return (
    <>
      <h2>
        <bdi>{auditor.name}</bdi> <small className="soft">{auditor.email}</small>
      </h2>
      <p>
        {standing}{' '}
        <small className="soft">
          {say(language, auditing.askedBy, { name: auditor.appointedBy, date: day(auditor.appointedAt) })}
        </small>
      </p>
      <details>
        <summary>{auditing.readTitle}</summary>
        {auditor.readings.length === 0 ? (
          <p className="soft">{auditing.readNothing}</p>
        ) : (
          <>
            <p className="hint">{say(language, auditing.readLast, { count: auditor.readings.length })}</p>
            <ul>
              {auditor.readings.map(({ id, what, subject, call, readAt }) => (
                <li key={id}>
                  {what === 'payments'
                    ? say(language, auditing.readings.payments, { call })
                    : say(language, auditing.readings[what], { call, subject })}{' '}
                  <small className="soft">
                    <When at={readAt} timeZone={ZONE} />
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
      {auditor.isReading && (
        <Form reply={undefined} part={`end-${auditor.id}`}>
          <Hidden name="intent" value="end" />
          <Hidden name="auditorId" value={auditor.id} />
          <p className="hint">{auditing.endHint}</p>
          <Button look="second">{auditing.end}</Button>
        </Form>
      )}
    </>
  );
}

/** Asks somebody from outside to read the books. */
export function AppointAuditor({ reply }: { reply: FormReply | undefined }) {
  const { auditing } = useWords().words;
  return (
    <section>
      <h2>{auditing.appointTitle}</h2>
      <Form reply={reply} values={{ days: '30' }}>
        <Hidden name="intent" value="ask" />
        <TextField name="name" label={auditing.name} autoComplete="off" />
        <TextField name="email" type="email" label={auditing.email} autoComplete="off" />
        <Choices
          type="radio"
          name="days"
          label={auditing.days}
          choices={AUDIT_DAYS.map((days) => ({ value: String(days), label: auditing.dayChoices[days] }))}
        />
        <Button>{auditing.appoint}</Button>
      </Form>
    </section>
  );
}
