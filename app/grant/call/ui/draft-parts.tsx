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
  };
}) {
  const { words, language } = useWords();
  const { call, problems, questions, criteria, dates, terms, checkItems, weightSum } = props.desk;
  const callId = call.id;
  const isReady = problems.length === 0;
  const stateOf = (part: 'facts' | 'questions' | 'criteria' | 'plan') =>
    problems.some((problem) => PROBLEM_PART[problem] === part)
      ? ({ label: words.call.stateToDo, tone: 'warn' } as const)
      : ({ label: words.call.stateReady, tone: 'good' } as const);
  const optional = (count: number) =>
    count === 0
      ? ({ label: words.call.stateOptional, tone: 'plain' } as const)
      : ({ label: words.call.stateReady, tone: 'good' } as const);
  return (
    <>
      <TaskList
        tasks={[
          { key: 'facts', title: words.call.partFacts, to: paths.staffEditCall({ callId }), state: stateOf('facts') },
          {
            key: 'questions',
            title: words.call.partQuestions,
            to: paths.staffCallQuestions({ callId }),
            hint: say(language, words.call.questionsCount, { count: questions }),
            state: stateOf('questions'),
          },
          {
            key: 'criteria',
            title: words.call.partCriteria,
            to: paths.staffCallCriteria({ callId }),
            hint: say(language, words.call.criteriaCount, { count: criteria, sum: weightSum }),
            state: stateOf('criteria'),
          },
          {
            key: 'plan',
            title: words.plan.part,
            to: paths.staffCallPlan({ callId }),
            hint: say(language, words.plan.partHint, { count: dates }),
            // A plan is not needed to publish, so an empty one is neither ready nor wrong.
            state: dates === 0 ? { label: words.call.stateLater, tone: 'plain' } : stateOf('plan'),
          },
          {
            key: 'glossary',
            title: words.glossary.part,
            to: paths.staffCallGlossary({ callId }),
            hint: say(language, words.glossary.partCount, { count: terms }),
            state: optional(terms),
          },
          {
            key: 'self-check',
            title: words.selfCheck.part,
            to: paths.staffCallSelfCheck({ callId }),
            hint: say(language, words.selfCheck.partCount, { count: checkItems }),
            state: optional(checkItems),
          },
          {
            key: 'publish',
            title: words.call.partPublish,
            to: isReady ? paths.staffPublishCall({ callId }) : undefined,
            hint: words.call.partPublishHint,
            state: isReady
              ? { label: words.call.stateReady, tone: 'good' }
              : { label: words.call.stateLater, tone: 'plain' },
          },
        ]}
      />
      {isReady ? (
        <Notice tone="good" title={words.call.readyTitle}>
          <p>{words.call.readyText}</p>
        </Notice>
      ) : (
        <Notice tone="warn" title={words.call.missingTitle}>
          <ProblemList callId={callId} problems={problems} />
        </Notice>
      )}
    </>
  );
}
