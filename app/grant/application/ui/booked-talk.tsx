import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { ErrorSummary } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Facts, When } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { useWords } from '#app/words/use-words.ts';
import type { oneToOnes } from '../queries/one-to-ones.server.ts';

type Booked = NonNullable<NonNullable<ReturnType<typeof oneToOnes>>['booked']>;

/** When, where and with whom; and the way to give it back. */
export function BookedTalk(props: {
  applicationId: Id;
  booked: Booked;
  timeZone: string;
  reply: FormReply | undefined;
}) {
  const { help } = useWords().words;
  const { booked, applicationId, timeZone, reply } = props;
  return (
    <>
      <ErrorSummary reply={reply} />
      <Facts
        facts={[
          [help.bookedWhen, <When key="when" at={booked.startsAt} timeZone={timeZone} as="deadline" />],
          [help.bookedHow, help.ways[booked.way]],
          booked.way === 'place' && [help.bookedWhere, <bdi key="place">{booked.place}</bdi>],
          booked.way === 'video' && [
            help.bookedLink,
            <a key="link" href={booked.place} dir="ltr" rel="noreferrer">
              {booked.place}
            </a>,
          ],
          booked.way === 'phone' && [
            help.bookedPhone,
            <span key="phone" dir="ltr">
              {booked.phone}
            </span>,
          ],
          [help.bookedWith, <bdi key="host">{booked.hostName}</bdi>],
          [
            help.bookedLanguage,
            <span key="language">
              <bdi lang={booked.language}>{languageName(booked.language)}</bdi>
              {booked.interpreter && ` · ${help.talkInterpreter}`}
            </span>,
          ],
        ]}
      />
      <p>
        <ButtonLink look="second" to={paths.applyTalkCalendar({ applicationId })} download>
          {help.bookedCalendar}
        </ButtonLink>
      </p>
      {booked.hasBegun ? (
        <p>{help.bookedBegun}</p>
      ) : (
        <details>
          <summary>{help.cancel}</summary>
          <form method="post" className="stack">
            <Hidden name="bookingId" value={booked.bookingId} />
            <p>{help.cancelText}</p>
            <Button look="danger" name="intent" value="cancel">
              {help.cancelDo}
            </Button>
          </form>
        </details>
      )}
    </>
  );
}
