import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShortlistDesk } from '../queries/shortlist-desk.server.ts';

/** What the ranking would do with so many places, held against what is chosen; and its choices, filled in. */
export function WhatIfCard({ desk, reply }: { desk: ShortlistDesk; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { decisionDesk } = words;
  const { whatIf, size } = desk;
  const sum = { places: size, proposed: whatIf.proposed, chosen: whatIf.chosen.shortlisted };
  const isSame = whatIf.passedOver === 0 && whatIf.broughtIn === 0 && whatIf.undecided === 0;
  return (
    <section className="card">
      <h2>{decisionDesk.whatIfTitle}</h2>
      {desk.haveLotsAged && <Notice tone="warn">{decisionDesk.lotsAged}</Notice>}
      <p>{say(language, decisionDesk.whatIfSum, { ...sum, undecided: whatIf.undecided })}</p>
      {isSame && <p>{decisionDesk.whatIfSame}</p>}
      {whatIf.passedOver > 0 && <p>{say(language, decisionDesk.whatIfPassedOver, { count: whatIf.passedOver })}</p>}
      {whatIf.broughtIn > 0 && <p>{say(language, decisionDesk.whatIfBroughtIn, { count: whatIf.broughtIn })}</p>}
      <Form reply={reply} values={{ top: size }}>
        <TextField
          name="top"
          type="number"
          label={decisionDesk.whatIfPlaces}
          hint={decisionDesk.whatIfHint}
          short
          inputMode="numeric"
        />
        <Tick name="replace" label={decisionDesk.whatIfReplace} />
        <p className="row">
          <button className="button second" type="submit" formMethod="get">
            {decisionDesk.whatIfShow}
          </button>
          <Button name="intent" value="fill">
            {decisionDesk.whatIfFill}
          </Button>
        </p>
      </Form>
    </section>
  );
}

/** The usual words for every row that has none of its own. */
export function UsualReasons({ reply }: { reply: FormReply | undefined }) {
  const { words } = useWords();
  const { decisionDesk, decisionLetter } = words;
  const values = {
    reasonYes: decisionLetter.usualReasons.shortlisted,
    reasonNo: decisionLetter.usualReasons.declined,
    reasonIneligible: decisionLetter.usualReasons.ineligible,
  };
  return (
    <section>
      <h2>{decisionDesk.usualTitle}</h2>
      <p>{decisionDesk.usualLead}</p>
      <Form reply={reply} values={values}>
        <Hidden name="intent" value="usual" />
        <TextArea name="reasonYes" label={decisionDesk.usualYes} rows={3} />
        <TextArea name="reasonNo" label={decisionDesk.usualNo} rows={3} />
        <TextArea name="reasonIneligible" label={decisionDesk.usualIneligible} rows={3} />
        <Button look="second">{decisionDesk.usualFill}</Button>
      </Form>
    </section>
  );
}
