import { Steps } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PanelWork } from '../queries/panel-work.server.ts';

/** Where a member stands: said yes, said whom she knows, scored. */
export function WorkSteps({ work }: { work: PanelWork }) {
  const { words, language, deadline } = useWords();
  const { assessment } = words;
  const { toDo, handedIn } = work.counts;
  const count = { done: handedIn, all: toDo + handedIn };
  const hasWork = count.all > 0;
  const isScoring = work.hasDeclared && work.panel === 'scoring' && toDo > 0;
  const isPast = work.hasDeclared && (work.panel === 'closed' || (work.panel === 'scoring' && hasWork));
  const scoringNote =
    work.panel === 'preparing'
      ? assessment.stepScoringWait
      : !work.hasDeclared
        ? assessment.stepScoringAfter
        : isScoring && work.minutesLeft !== null
          ? say(language, assessment.stepScoringNow, { ...count, minutes: work.minutesLeft })
          : hasWork || work.panel === 'closed'
            ? say(language, assessment.stepScoringDone, count)
            : assessment.stepScoringNone;
  const conflictsNote = !work.isCallClosed
    ? say(language, assessment.stepConflictsWait, { closes: deadline(work.call.closesAt, work.call.timeZone) })
    : work.hasDeclared
      ? say(language, assessment.stepConflictsDone, { count: work.conflicts })
      : assessment.stepConflictsNow;
  return (
    <Steps
      steps={[
        { key: 'answer', title: assessment.stepAnswer, state: 'past' },
        {
          key: 'conflicts',
          title: assessment.stepConflicts,
          state: work.hasDeclared ? 'past' : work.isCallClosed ? 'now' : 'next',
          note: conflictsNote,
        },
        {
          key: 'scoring',
          title: assessment.stepScoring,
          state: isScoring ? 'now' : isPast ? 'past' : 'next',
          note: scoringNote,
        },
      ]}
    />
  );
}
