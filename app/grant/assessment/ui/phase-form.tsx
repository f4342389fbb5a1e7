import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PhaseDraft } from '../rules/planning-phases.ts';
import type { Phase } from '../rules/review-phases.ts';

/** One phase to plan or to change: what was promised to those who work in it already cannot be chosen again. */
export function PhaseForm(props: {
  phase: (Phase & { readonly when: 'over' | 'now' | 'next' }) | null;
  usual: PhaseDraft | undefined;
  timeZone: string;
  hasSound: boolean;
  reply: FormReply | undefined;
}) {
  const { words, language } = useWords();
  const text = words.panelPhasesDesk;
  const { phase, timeZone } = props;
  const begun = phase?.when === 'now';
  const shown = phase ?? props.usual;
  const values = shown && {
    ...shown,
    name: phase?.name ?? '',
    startsAt: writeLocalTime(shown.startsAt, timeZone),
    endsAt: writeLocalTime(shown.endsAt, timeZone),
    reviewerNames: shown.reviewerNames ? 'yes' : 'no',
  };
  const part = phase?.id ?? 'new';
  return (
    <Form reply={props.reply} values={values ?? {}} part={part} action={`#${part}`}>
      {phase !== null && <Hidden name="phaseId" value={phase.id} />}
      <TextField name="name" label={text.name} hint={text.nameHint} />
      {begun ? (
        <Kept values={values ?? {}} />
      ) : (
        <TextField name="startsAt" type="datetime-local" dir="ltr" short label={text.starts} />
      )}
      <TextField
        name="endsAt"
        type="datetime-local"
        dir="ltr"
        short
        label={text.ends}
        hint={say(language, text.timesHint, { timeZone })}
      />
      {!begun && (
        <>
          <Options name="allows" label={text.allows} say={text.allowsSay} />
          <Options name="names" label={text.names} hint={text.namesHint} say={text.namesSay} />
          <Options
            name="recordings"
            label={text.recordings}
            hint={props.hasSound ? text.recordingsHint : text.soundMissing}
            say={text.recordingsSay}
          />
          <Options name="others" label={text.others} say={text.othersSay} />
          <Options
            name="reviewerNames"
            label={text.reviewerNames}
            say={{ yes: text.reviewerNamesYes, no: text.reviewerNamesNo }}
          />
          <Options name="scope" label={text.scope} say={text.scopeSay} />
        </>
      )}
      <div className="row">
        <Button name="intent" value="save">
          {text.save}
        </Button>
        {phase?.when === 'next' && (
          <Button name="intent" value="remove" look="second">
            {text.remove}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** What a phase that has begun goes on promising. */
function Kept({ values }: { values: Readonly<Record<string, unknown>> }) {
  return ['startsAt', 'allows', 'names', 'others', 'reviewerNames', 'scope', 'recordings'].map((name) => (
    <Hidden key={name} name={name} value={String(values[name])} />
  ));
}

function Options(props: { name: string; label: string; hint?: string; say: Readonly<Record<string, string>> }) {
  const { hint } = props;
  return (
    <Choices
      type="radio"
      name={props.name}
      label={props.label}
      {...(hint === undefined ? {} : { hint })}
      choices={Object.entries(props.say).map(([value, label]) => ({ value, label }))}
    />
  );
}
