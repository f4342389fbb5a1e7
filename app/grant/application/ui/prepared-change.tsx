import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChangeList, type ShownChange } from '#app/ui/change-list.tsx';
import { Hidden, TextArea, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Empty, Notice, TaskList } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RefusedChange } from '../../call/rules/changing.ts';
import type { ChangedPart } from '../../call/rules/differences.ts';
import type { PublishingProblem } from '../../call/rules/publishing.ts';

type Pending = {
  readonly draftId: Id;
  readonly draftSlug: string;
  readonly changes: readonly ShownChange[];
  readonly parts: readonly ChangedPart[];
  readonly refused: readonly RefusedChange[];
  readonly problems: readonly PublishingProblem[];
  /** A warning that names words of the call shows none of them here: the change itself stands above it. */
  readonly frightens: boolean;
  readonly told: number;
  readonly movesADate: boolean;
  readonly factsHash: string;
};

/** A change as it stands: where to write it, what it does, and publishing it or throwing it away. */
export function PreparedChange({ pending, reply }: { pending: Pending; reply: FormReply | undefined }) {
  const { words } = useWords();
  const text = words.changeDesk;
  const { refused, problems, changes } = pending;
  const isBlocked = refused.length + problems.length > 0;
  return (
    <>
      <h2>{text.partsTitle}</h2>
      <Parts pending={pending} />
      <p className="row">
        <ButtonLink to={paths.call({ slug: pending.draftSlug })} look="second">
          {text.preview}
        </ButtonLink>
        <ButtonLink to={paths.staffPreview({ callId: pending.draftId })} look="second">
          {words.buildingDesk.previewLink}
        </ButtonLink>
      </p>
      <h2>{text.diffTitle}</h2>
      {changes.length === 0 && !isBlocked && (
        <Empty title={text.diffNone}>
          <p>{text.diffNoneText}</p>
        </Empty>
      )}
      <ChangeList changes={changes} />
      {isBlocked && <Blocked refused={refused} problems={problems} />}
      {changes.length > 0 && !isBlocked && <Publish pending={pending} reply={reply} />}
      <details className="remove">
        <summary>{text.discard}</summary>
        <Form>
          <p>{text.discardText}</p>
          <Button look="danger" name="intent" value="discard">
            {text.discardDo}
          </Button>
        </Form>
      </details>
    </>
  );
}

function Parts({ pending }: { pending: Pending }) {
  const { changeDesk: text } = useWords().words;
  const callId = pending.draftId;
  const parts: readonly { key: ChangedPart; title: string; to: string }[] = [
    { key: 'facts', title: text.partFacts, to: paths.staffEditCall({ callId }) },
    { key: 'questions', title: text.partQuestions, to: paths.staffCallQuestions({ callId }) },
    { key: 'plan', title: text.partPlan, to: paths.staffCallPlan({ callId }) },
    { key: 'glossary', title: text.partGlossary, to: paths.staffCallGlossary({ callId }) },
    { key: 'self-check', title: text.partSelfCheck, to: paths.staffCallSelfCheck({ callId }) },
  ];
  return (
    <TaskList
      tasks={parts.map((part) => ({
        ...part,
        state: pending.parts.includes(part.key)
          ? { label: text.stateChanged, tone: 'brand' }
          : { label: text.stateSame, tone: 'plain' },
      }))}
    />
  );
}

function Blocked(props: { refused: readonly RefusedChange[]; problems: readonly PublishingProblem[] }) {
  const { words, language } = useWords();
  const text = words.changeDesk;
  return (
    <Notice tone="bad" title={text.refusedTitle}>
      {props.refused.length > 0 && <p>{text.refusedLead}</p>}
      <ul>
        {props.refused.map(({ refusal, about }) => (
          <li key={`${refusal} ${about}`}>
            {about === null
              ? text.refused[refusal]
              : say(language, text.refusedAbout, { why: text.refused[refusal], about })}
          </li>
        ))}
        {props.problems.map((problem) => (
          <li key={problem}>{words.callDesk.problems[problem]}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Publish({ pending, reply }: { pending: Pending; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.changeDesk;
  return (
    <section className="card warm">
      <h2>{text.publishTitle}</h2>
      {pending.told === 0 ? (
        <p>{text.toldNone}</p>
      ) : (
        <>
          <p>
            <strong>{say(language, text.told, { count: pending.told })}</strong>
          </p>
          <p>
            {text.toldDrafts} {pending.movesADate && text.toldSent}
          </p>
        </>
      )}
      {pending.frightens && (
        <Notice tone="warn">
          <p>{text.frightens}</p>
        </Notice>
      )}
      <Form reply={reply}>
        <Hidden name="seen" value={pending.factsHash} />
        <TextArea name="reason" rows={3} label={text.reason} hint={text.reasonHint} />
        <Tick name="sure" label={text.sure} />
        <Button big name="intent" value="publish">
          {text.publish}
        </Button>
      </Form>
    </section>
  );
}
