import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, Select, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { languageChoices } from '#app/words/language-choices.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { MEETING_WAYS, SLOT_PLACE_CHARACTERS_MAX } from '../rules/one-to-one.ts';

/** One time to offer. The id was made with the page: the same form sent twice offers it once. */
export function NewSlot(props: { slotId: Id; timeZone: string; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { help, helpDesk: desk } = words;
  return (
    <section aria-labelledby="new-slot">
      <h2 id="new-slot">{desk.slotsNew}</h2>
      <Form reply={props.reply} values={{ minutes: 30, way: 'place', language: 'en' }}>
        <Hidden name="slotId" value={props.slotId} />
        <TextField
          name="startsAt"
          type="datetime-local"
          dir="ltr"
          short
          label={desk.slotStarts}
          hint={say(language, desk.slotStartsHint, { zone: props.timeZone.replaceAll('_', ' ') })}
        />
        <TextField
          name="minutes"
          inputMode="numeric"
          dir="ltr"
          short
          label={desk.slotMinutes}
          hint={desk.slotMinutesHint}
        />
        <Choices
          type="radio"
          name="way"
          label={desk.slotWay}
          choices={MEETING_WAYS.map((way) => ({ value: way, label: help.ways[way] }))}
        />
        <TextField
          name="place"
          label={desk.slotPlace}
          hint={desk.slotPlaceHint}
          maxLength={SLOT_PLACE_CHARACTERS_MAX}
        />
        <Select name="language" label={desk.slotLanguage} choices={languageChoices()} />
        <Tick name="interpreter" label={desk.slotInterpreter} />
        <Button>{desk.slotOffer}</Button>
      </Form>
    </section>
  );
}
