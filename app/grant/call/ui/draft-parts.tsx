import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Notice, TaskList } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { PROBLEM_PART, type PublishingProblem } from '../rules/publishing.ts';
import { ProblemList } from './problem-list.tsx';

/** The parts of a draft in any order, what is missing in each, and publishing at the end. */
export function DraftParts(props: {
  desk: {
    call: { id: Id };
    problems: readonly PublishingProblem[];
    questions: number;
    criteria: number;
    dates: number;
    terms: number;
    checkItems: number;
    weightSum: number;
    contact: { partnerId: Id; phone: string; email: string };
  };
}) {
  const { words, language } = useWords();
  const { call, problems, questions, criteria, dates, terms, checkItems, weightSum, contact } = props.desk;
  const callId = call.id;
  const reachable = [contact.phone, contact.email].join(' · ');
  const isReady = problems.length === 0;
  const stateOf = (part: 'facts' | 'questions' | 'criteria' | 'plan') =>
    problems.some((problem) => PROBLEM_PART[problem] === part)
      ? ({ label: words.callDesk.stateToDo, tone: 'warn' } as const)
      : ({ label: words.callDesk.stateReady, tone: 'good' } as const);
  const optional = (count: number) =>
    count === 0
      ? ({ label: words.callDesk.stateOptional, tone: 'plain' } as const)
      : ({ label: words.callDesk.stateReady, tone: 'good' } as const);
  return (
    <>
      <TaskList
        tasks={[
          {
            key: 'facts',
            title: words.callDesk.partFacts,
            to: paths.staffEditCall({ callId }),
            state: stateOf('facts'),
          },
          {
            key: 'questions',
            title: words.callDesk.partQuestions,
            to: paths.staffCallQuestions({ callId }),
            hint: say(language, words.callDesk.questionsCount, { count: questions }),
            state: stateOf('questions'),
          },
          {
            key: 'criteria',
            title: words.callDesk.partCriteria,
            to: paths.staffCallCriteria({ callId }),
            hint: say(language, words.callDesk.criteriaCount, { count: criteria, sum: weightSum }),
            state: stateOf('criteria'),
          },
          {
            key: 'plan',
            title: words.planDesk.part,
            to: paths.staffCallPlan({ callId }),
            hint: say(language, words.planDesk.partHint, { count: dates }),
            // A plan is not needed to publish, so an empty one is neither ready nor wrong.
            state: dates === 0 ? { label: words.callDesk.stateLater, tone: 'plain' } : stateOf('plan'),
          },
          {
            key: 'glossary',
            title: words.glossaryDesk.part,
            to: paths.staffCallGlossary({ callId }),
            hint: say(language, words.glossaryDesk.partCount, { count: terms }),
            state: optional(terms),
          },
          {
            key: 'self-check',
            title: words.selfCheckDesk.part,
            to: paths.staffCallSelfCheck({ callId }),
            hint: say(language, words.selfCheckDesk.partCount, { count: checkItems }),
            state: optional(checkItems),
          },
          {
            key: 'contact',
            title: words.reachDesk.title,
            to: paths.staffContact({ partnerId: contact.partnerId }),
            hint: contact.phone === '' ? say(language, words.reachDesk.partHint, contact) : reachable,
            state: contact.phone === '' ? optional(0) : optional(1),
          },
          {
            key: 'tests',
            title: words.testDesk.partTitle,
            to: paths.staffCallTests({ callId }),
            hint: words.testDesk.partHint,
            state: optional(0),
          },
          {
            key: 'publish',
            title: words.callDesk.partPublish,
            to: isReady ? paths.staffPublishCall({ callId }) : undefined,
            hint: words.callDesk.partPublishHint,
            state: isReady
              ? { label: words.callDesk.stateReady, tone: 'good' }
              : { label: words.callDesk.stateLater, tone: 'plain' },
          },
        ]}
      />
      {isReady ? (
        <Notice tone="good" title={words.callDesk.readyTitle}>
          <p>{words.callDesk.readyText}</p>
        </Notice>
      ) : (
        <Notice tone="warn" title={words.callDesk.missingTitle}>
          <ProblemList callId={callId} problems={problems} />
        </Notice>
      )}
    </>
  );
}
