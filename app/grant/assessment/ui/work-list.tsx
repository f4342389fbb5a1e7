import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, TaskList } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords, type Words } from '#app/words/use-words.ts';
import type { PanelWork, WorkItem } from '../queries/panel-work.server.ts';

/** A member's queue: what is to do, with what fits into today, what is handed in, and what may be read besides. */
export function WorkLists({ work }: { work: PanelWork }) {
  const { assessment, panelReview } = useWords().words;
  const isOver = work.panel === 'closed';
  const inState = (...states: readonly WorkItem['state'][]) => work.work.filter(({ state }) => states.includes(state));
  return (
    <>
      <Today work={work} />
      <WorkList
        title={isOver ? assessment.workNotHandedIn : assessment.workToDo}
        isOver={isOver}
        count={work.counts.toDo}
        items={inState('to-do', 'draft')}
        today={work.today?.applicationIds ?? []}
      />
      <WorkList title={assessment.workHandedIn} count={work.counts.handedIn} items={inState('submitted')} />
      <WorkList title={panelReview.toRead} count={work.counts.toRead} items={inState('to-read')} />
    </>
  );
}

/** What fits into the rest of the day, and the way straight to the next one. */
function Today({ work: { work, today } }: { work: PanelWork }) {
  const { words, language } = useWords();
  const { panelReview } = words;
  if (today === null) return null;
  const next = work.find(({ applicationId }) => applicationId === today.applicationIds[0]);
  return (
    <Card as="section">
      <h2>{panelReview.todayTitle}</h2>
      <p>
        {today.applicationIds.length === 0
          ? say(language, panelReview.todayDone, { perDay: today.minutesADay })
          : say(language, panelReview.todayFits, {
              count: today.applicationIds.length,
              perDay: today.minutesADay,
              minutes: today.minutes,
            })}
      </p>
      {next !== undefined && (
        <ButtonLink to={paths.panelApplication({ applicationId: next.applicationId })} big>
          {say(language, panelReview.todayNext, { title: next.title })}
        </ButtonLink>
      )}
    </Card>
  );
}

function WorkList(props: {
  title: Words['assessment']['workToDo' | 'workNotHandedIn' | 'workHandedIn'] | Words['panelReview']['toRead'];
  count: number;
  items: readonly WorkItem[];
  isOver?: boolean;
  today?: readonly string[];
}) {
  const { words, language } = useWords();
  const { assessment, panelReview } = words;
  if (props.items.length === 0) return null;
  const hintOf = ({ groupName, minutes, hasVideo }: WorkItem) => {
    if (groupName === null) return say(language, panelReview.workHintBlind, { minutes });
    const sentence = hasVideo ? assessment.workHintVideo : assessment.workHint;
    return say(language, sentence, { group: groupName, minutes });
  };
  const labelOf = ({ state, applicationId }: WorkItem) => {
    if (state === 'to-read') return panelReview.toReadState;
    if (props.isOver) return assessment.workStateOver;
    return state === 'to-do' && props.today?.includes(applicationId)
      ? panelReview.todayTag
      : assessment.workStates[state];
  };
  return (
    <>
      <h2>{say(language, props.title, { count: props.count })}</h2>
      <TaskList
        tasks={props.items.map((item) => ({
          key: item.applicationId,
          title: <bdi lang={item.language}>{item.title}</bdi>,
          to: paths.panelApplication({ applicationId: item.applicationId }),
          hint: <span className="block">{hintOf(item)}</span>,
          state: {
            label: labelOf(item),
            tone: item.state === 'submitted' ? 'good' : item.state === 'draft' ? 'warn' : 'plain',
          },
        }))}
      />
    </>
  );
}
