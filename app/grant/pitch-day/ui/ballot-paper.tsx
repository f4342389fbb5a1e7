import { Fragment } from 'react';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form, useField } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Booth } from '../queries/booth.server.ts';
import { RankedOptions } from './ranked-options.tsx';

/** One screen: the code, the choices, how many are chosen. Without scripts, the next page asks to confirm. */
export function BallotPaper(props: { booth: Booth; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { booth } = props;
  const code = codeWords(words, booth);
  return (
    <Form reply={props.reply} id="ballot">
      <TextField
        name="token"
        dir="ltr"
        spellCheck={false}
        maxLength={40}
        label={code.boothCode}
        hint={code.boothCodeHint}
      />
      {booth.takesPasses && (
        <p hidden data-pass-note className="hint">
          {words.remoteVote.boothPass}
        </p>
      )}
      {booth.isRanked ? <RankedOptions booth={booth} /> : <Options booth={booth} />}
      <div className="booth-foot">
        <p
          className="counter"
          aria-live="polite"
          data-chosen={words.pitchDay.boothChosen}
          data-over={words.pitchDay.boothTooMany}
        >
          {say(language, booth.isRanked ? words.rankedVote.lead : words.pitchDay.boothLead, { max: booth.maxChoices })}
        </p>
        <Button big name="intent" value="check">
          {words.pitchDay.boothContinue}
        </Button>
      </div>
    </Form>
  );
}

/** What the field of the code is called, by who may vote. */
function codeWords(words: ReturnType<typeof useWords>['words'], booth: Booth) {
  if (booth.takesSignUps || booth.takesStraws) return words.openVote;
  return booth.takesLetterCodes ? words.remoteVote : words.pitchDay;
}

function Options({ booth }: { booth: Booth }) {
  const { pitchDay } = useWords().words;
  const field = useField('choice', true);
  return (
    <fieldset className={`field${field.error === undefined ? '' : ' wrong'}`} aria-describedby={field.describedBy}>
      <legend>{pitchDay.boothChoices}</legend>
      <div className="hint" id={field.hintId}>
        {pitchDay.boothChoicesHint}
      </div>
      {field.error !== undefined && (
        <p className="field-error" id={field.errorId}>
          {field.error}
        </p>
      )}
      {/* Sent back with a refused form, so that nothing jumps. */}
      <input type="hidden" name="order" value={booth.options.map((option) => option.choice).join(' ')} />
      {booth.options.map((option, place) => (
        <Fragment key={option.choice}>
          <label className="choice">
            <input
              id={place === 0 ? field.id : undefined}
              aria-describedby={option.line === null ? undefined : `line-${option.choice}`}
              type="checkbox"
              name="choice"
              value={option.choice}
              defaultChecked={field.values.includes(String(option.choice))}
            />
            <span dir="auto">{option.title}</span>
          </label>
          {/* Beside the label: what the label says goes on the receipt. */}
          {option.line !== null && (
            <p className="choice-line" id={`line-${option.choice}`} dir="auto" lang={option.line.language}>
              {option.line.text}
            </p>
          )}
        </Fragment>
      ))}
    </fieldset>
  );
}
