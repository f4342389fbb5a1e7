import { Button } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Facts, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { NamedPerson } from '../queries/panel-people.server.ts';
import { durationInWords } from './duration.ts';
import { LanguagesRead } from './languages-read.tsx';

/** Somebody who would like to sit on the panel: what they said, and the two answers. */
export function NamedCard(props: { person: NamedPerson; timeZone: string; reply: FormReply | undefined }) {
  const ways = useWords();
  const { words, language, list, date } = ways;
  const { panelPeopleDesk: desk } = words;
  const { person } = props;
  const name = person.name === '' ? person.email : person.name;
  const needs = [
    ...(person.needsChildcare ? [desk.needsChildcare] : []),
    ...(person.needsTravel ? [desk.needsTravel] : []),
  ];
  return (
    <section className="card" aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="soft">
        <bdi className="address" dir="ltr">
          {person.email}
        </bdi>{' '}
        <span className="block">{say(language, desk.wroteOn, { when: date(person.sentAt, props.timeZone) })}</span>
      </p>
      <Facts
        facts={[
          [desk.reads, <LanguagesRead key="reads" tags={person.reads} />],
          [desk.time, say(language, desk.timeOnly, { all: durationInWords(ways, person.minutesMax) })],
          [desk.pay, desk.payWays[person.payChoice]],
          [desk.needs, needs.length === 0 ? desk.needsNothing : list(needs)],
          person.about !== '' && [desk.about, <Written key="about" as="span" text={person.about} />],
        ]}
      />
      <Form part={person.interestId}>
        <Hidden name="interestId" value={person.interestId} />
        <Button name="intent" value="invite">
          {say(language, desk.invite, { name })}
        </Button>
      </Form>
      <details open={props.reply !== undefined}>
        <summary>{say(language, desk.turnDown, { name })}</summary>
        <p>{desk.turnDownHint}</p>
        <Form reply={props.reply} part={`${person.interestId}-no`}>
          <Hidden name="interestId" value={person.interestId} />
          <Tick name="turnDownSure" label={say(language, desk.turnDownSure, { name })} />
          <Button name="intent" value="turn-down" look="danger">
            {say(language, desk.turnDown, { name })}
          </Button>
        </Form>
      </details>
    </section>
  );
}
