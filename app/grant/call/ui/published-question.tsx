import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import { tickOf } from '../forms.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';
import { hasWords, maySpeak, offersChoice } from '../rules/questions.ts';
import { questionValues } from './question-values.ts';

/** A question that people may have answered: only what helps them can still change, and it can only take more. */
export function PublishedQuestion(props: {
  question: CallQuestion;
  videoAllowed: boolean;
  reply: FormReply | undefined;
}) {
  const { words } = useWords();
  const { callDesk: text } = words;
  const { question, videoAllowed } = props;
  const { kind, onlyIf, required } = question;
  return (
    <Form reply={props.reply} values={questionValues(question)} className="question-form">
      <Notice>
        <p>{words.changeDesk.fixedQuestion}</p>
      </Notice>
      <Hidden name="label" value={question.label} />
      <Hidden name="kind" value={kind} />
      {required && <Hidden name="required" value="on" />}
      {onlyIf?.anyOf.map((option) => (
        <Hidden key={option} name="onlyIf" value={tickOf(onlyIf.questionId, option)} />
      ))}
      <TextArea name="guidance" rows={3} label={text.questionGuidance} hint={text.questionGuidanceHint} />
      {hasWords(kind) && (
        <TextField name="wordsMax" short inputMode="numeric" dir="ltr" label={text.questionWordsMax} />
      )}
      {offersChoice(kind) && (
        <TextArea name="options" rows={5} label={text.questionOptionsLabel} hint={words.changeDesk.optionsHint} />
      )}
      {question.byVoice && <Hidden name="byVoice" value="on" />}
      {question.byVideo && <Hidden name="byVideo" value="on" />}
      {maySpeak(kind) && !question.byVoice && <Tick name="byVoice" label={text.questionVoice} />}
      {videoAllowed && maySpeak(kind) && !question.byVideo && <Tick name="byVideo" label={text.questionVideo} />}
      <TextField
        name="minutes"
        short
        inputMode="numeric"
        dir="ltr"
        label={text.questionMinutesLabel}
        hint={text.questionMinutesHint}
      />
      <TextField name="section" label={text.questionSection} maxLength={120} />
      <Button>{text.questionSave}</Button>
    </Form>
  );
}
