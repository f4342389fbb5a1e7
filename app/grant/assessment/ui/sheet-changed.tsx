import { CallText } from '#app/ui/call-text.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Facts, Notice, Written } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import { CANNOT_JUDGE, fieldNames, sheetValues } from '../forms.ts';
import type { ScoringSheet } from '../queries/scoring-sheet.server.ts';

/** Words that came too late: shown once more, so that nobody has lost them. */
export function NotTaken({ reply }: { reply: FormReply }) {
  const { assessment, panelReview } = useWords().words;
  return (
    <Notice tone="warn" live>
      {reply.message !== null && <p>{reply.message}</p>}
      <p>{panelReview.notTaken}</p>
      <Facts
        facts={(['strength', 'concern'] as const).map((name) => [
          assessment[name],
          <Written key={name} text={reply.typed[name]?.[0] ?? ''} />,
        ])}
      />
    </Notice>
  );
}

/** Two windows wrote on one sheet, without scripts: what the other one saved, above what was typed here. */
export function SheetChanged({ criteria, sheet }: Pick<ScoringSheet, 'criteria' | 'sheet'>) {
  const { application, assessment, panelReview } = useWords().words;
  const stored = sheetValues(criteria, sheet);
  const said = (value: string | undefined) => (value === CANNOT_JUDGE ? assessment.cannotJudge : (value ?? ''));
  return (
    <Notice tone="warn" title={application.changedTitle}>
      <p>{panelReview.changedByHand}</p>
      <p className="label">{application.changedTheirs}</p>
      <Facts
        facts={[
          ...criteria.map(
            ({ id, name }) => [<CallText key={id} text={name} />, said(stored[fieldNames.score(id)])] as const,
          ),
          [assessment.strength, <Written key="strength" text={stored.strength ?? ''} />],
          [assessment.concern, <Written key="concern" text={stored.concern ?? ''} />],
        ]}
      />
    </Notice>
  );
}
