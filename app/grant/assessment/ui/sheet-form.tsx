import { Button } from '#app/ui/button.tsx';
import { CriterionChoices } from '#app/ui/criterion-choices.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { CANNOT_JUDGE, fieldNames, sheetValues } from '../forms.ts';
import type { ScoringSheet } from '../queries/scoring-sheet.server.ts';
import { COMMENT_WORDS_MAX } from '../rules/scoring.ts';
import { RunningTotal } from './running-total.tsx';
import { SheetAutosave } from './sheet-autosave.tsx';

/** The sheet: a sentence to choose for each criterion, and two questions. */
export function SheetForm(
  props: Pick<ScoringSheet, 'criteria' | 'sheet'> & {
    applicationId: string;
    scripts: readonly string[];
    reply: FormReply | undefined;
  },
) {
  const { assessment } = useWords().words;
  const { criteria, sheet } = props;
  return (
    <>
      <h2>{assessment.scoreTitle}</h2>
      <p>{assessment.scoreLead}</p>
      <Form reply={props.reply} values={sheetValues(criteria, sheet)} action="#scores">
        {criteria.map((criterion) => (
          <div key={criterion.id} data-weight={criterion.weightPercent}>
            <CriterionChoices name={fieldNames.score(criterion.id)} none={CANNOT_JUDGE} criterion={criterion} />
          </div>
        ))}
        <TextArea
          name="strength"
          label={assessment.strength}
          hint={assessment.commentHint}
          rows={3}
          wordsMax={COMMENT_WORDS_MAX}
        />
        <TextArea
          name="concern"
          label={assessment.concern}
          hint={assessment.commentHint}
          rows={3}
          wordsMax={COMMENT_WORDS_MAX}
        />
        <p className="soft" id="submit-hint">
          {assessment.submitHint}
        </p>
        <div className="row">
          <Button name="intent" value="submit" describedBy="submit-hint">
            {assessment.submitSheet}
          </Button>
          <Button name="intent" value="save" look="second">
            {assessment.saveDraft}
          </Button>
        </div>
        {/* Last, so that what it says moves no button away from under a finger. */}
        <div className="sheet-line">
          <RunningTotal criteria={criteria} sheet={sheet} />
          <SheetAutosave applicationId={props.applicationId} revision={sheet?.revision ?? 0} scripts={props.scripts} />
        </div>
      </Form>
    </>
  );
}
