import type { Currency } from '#app/kernel/money.ts';
import { ChangedPart } from '#app/ui/changed-part.tsx';
import { ReplacedRecordings } from '#app/ui/replaced-recordings.tsx';
import type { ReopenedChange } from '../queries/reopened-changes.server.ts';
import { useDetailName, useDetailText } from './part-names.ts';
import { staffMedia } from './staff-media.ts';

type Of = { changes: readonly ReopenedChange[]; timeZone: string; lang: string };

/** What changed in the details since the application was first sent. */
export function DetailChanges(props: Of & { currency: Currency }) {
  const detailName = useDetailName();
  const said = useDetailText(props.currency);
  return props.changes.map((change) => {
    const { detail, first, now, stretches, sentAt, reason } = change;
    if (detail === null) return null;
    const isOneValue = detail === 'amountMinor' || detail === 'moneyHolder';
    return (
      <ChangedPart
        key={detail}
        label={detailName(detail)}
        sentAt={sentAt}
        timeZone={props.timeZone}
        reason={reason}
        lang={props.lang}
        change={isOneValue ? { first: said(detail, first), now: said(detail, now) } : { stretches }}
      />
    );
  });
}

/** What changed in one answer since; nothing for an answer that stands as it was first sent. */
export function AnswerChange(props: Of & { questionId: string }) {
  const change = props.changes.find(({ questionId }) => questionId === props.questionId);
  if (change === undefined) return null;
  const { sentAt, reason, stretches, first, now, recordingsBefore } = change;
  return (
    <ChangedPart
      sentAt={sentAt}
      timeZone={props.timeZone}
      reason={reason}
      lang={props.lang}
      change={{ stretches }}
      isOnlyRecorded={first === now}
    >
      <ReplacedRecordings recordings={recordingsBefore} from={staffMedia} />
    </ChangedPart>
  );
}
