import { Button } from '#app/ui/button.tsx';
import { Choices, TextField } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Empty } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { oneToOnes } from '../queries/one-to-ones.server.ts';

type Talk = NonNullable<ReturnType<typeof oneToOnes>>['free'][number];

/** Every time that can still be taken, one to choose. */
export function FreeTalks(props: {
  free: readonly Talk[];
  timeZone: string;
  /** Where one can ask instead. */
  toHelp: string;
  reply: FormReply | undefined;
}) {
  const { words, language, dateTime } = useWords();
  const text = words.help;
  const { free, timeZone, reply } = props;
  if (free.length === 0) {
    return (
      <>
        <ErrorSummary reply={reply} />
        <Empty title={text.talkNone}>
          <p>
            <a href={props.toHelp}>{text.askTitle}</a>
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      <p>{say(language, text.talkZone, { zone: timeZone.replaceAll('_', ' ') })}</p>
      <Form reply={reply}>
        <Choices
          type="radio"
          name="slot"
          label={text.talkChoose}
          choices={free.map((slot) => ({
            value: slot.id,
            label: <span id={`slot-${slot.id}`}>{dateTime(slot.startsAt, timeZone)}</span>,
            hint: <TalkDetails slot={slot} />,
          }))}
        />
        {free.some(({ way }) => way === 'phone') && (
          <TextField
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            dir="ltr"
            short
            label={text.phone}
            hint={text.phoneHint}
          />
        )}
        <Button big>{text.book}</Button>
      </Form>
    </>
  );
}

/** How long, by which way and in which language. A link is told to whoever takes it. */
function TalkDetails({ slot }: { slot: Talk }) {
  const { words, language } = useWords();
  const text = words.help;
  return (
    <>
      {[say(language, text.talkMinutes, { minutes: slot.minutes }), text.ways[slot.way]].join(' · ')}
      {slot.way === 'place' && (
        <>
          {' · '}
          <bdi>{slot.place}</bdi>
        </>
      )}
      {' · '}
      <bdi lang={slot.language}>{languageName(slot.language)}</bdi>
      {slot.interpreter && ` · ${text.talkInterpreter}`}
    </>
  );
}
