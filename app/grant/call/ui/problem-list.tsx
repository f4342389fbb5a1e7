import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';
import { PROBLEM_PART, type PublishingProblem } from '../rules/publishing.ts';

/** What is missing before a call can be published, each with the way to put it right. */
export function ProblemList(props: { callId: Id; problems: readonly PublishingProblem[] }) {
  const { words } = useWords();
  const { callId } = props;
  const to = {
    facts: paths.staffEditCall({ callId }),
    questions: paths.staffCallQuestions({ callId }),
    criteria: paths.staffCallCriteria({ callId }),
    plan: paths.staffCallPlan({ callId }),
  };
  return (
    <ul>
      {props.problems.map((problem) => (
        <li key={problem}>
          <a href={to[PROBLEM_PART[problem]]}>{words.callDesk.problems[problem]}</a>
        </li>
      ))}
    </ul>
  );
}
