import { CANNOT_JUDGE, fieldNames, scoreValues } from '#app/grant/assessment/forms.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CriterionChoices } from '#app/ui/criterion-choices.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice, Tag } from '#app/ui/pieces.tsx';
import { SaveLine } from '#app/ui/save-line.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { JudgePage } from '../queries/judge-page.server.ts';

/** The judge's one screen: the pitch on stage, its criteria, and the way to the others. */
export function JudgingScreen(props: {
  page: JudgePage;
  follows: boolean;
  isSaved: boolean;
  scripts: { readonly autosave: string; readonly follow: string };
  reply: FormReply | undefined;
}) {
  const { judging } = useWords().words;
  const { page, reply, follows } = props;
  const follow = page.eventId !== null && {
    'data-follow': paths.stageEvents({ eventId: page.eventId }),
    'data-follow-key': 'judged',
    'data-follow-value': page.judged,
    'data-posted': reply && 'yes',
  };
  return (
    <Page
      title={judging.title}
      overline={page.title}
      lead={judging.lead}
      back={paths.panelCall({ callId: page.callId })}
      backLabel={page.title}
    >
      <ErrorSummary reply={reply} />
      {props.isSaved && reply === undefined && (
        <Notice tone={page.shown?.isHandedIn === false ? 'warn' : 'good'} live>
          {page.shown?.isHandedIn === false ? judging.savedInPart : judging.saved}
        </Notice>
      )}
      <div {...(follows ? follow : {})}>
        {follows && (
          <div role="status">
            <div className="notice brand" data-moved-on hidden>
              <p>{judging.movedOn}</p>
              <p>
                <ButtonLink look="second" to={paths.judging({ callId: page.callId })}>
                  {judging.toStage}
                </ButtonLink>
              </p>
            </div>
          </div>
        )}
        <Shown page={page} autosave={props.scripts.autosave} reply={reply} />
        <Others page={page} follows={follows} />
      </div>
      {follows && <script type="module" src={props.scripts.follow} />}
    </Page>
  );
}

function Shown(props: { page: JudgePage; autosave: string; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { judging } = words;
  const { page } = props;
  const { shown, state } = page;
  if (state === 'not-opened') return <Notice>{judging.notOpened}</Notice>;
  if (state !== 'open') return <Notice tone="good">{judging.ended}</Notice>;
  if (shown === null) return <Notice>{judging.waiting}</Notice>;
  return (
    <section aria-labelledby="pitch">
      <p className="overline">
        {shown.isOnStage ? (
          <>
            <span data-until-moved-on>{say(language, judging.onStage, { position: shown.position })}</span>
            <span data-moved-on hidden>
              {say(language, judging.earlier, { position: shown.position })}
            </span>
          </>
        ) : (
          say(language, judging.earlier, { position: shown.position })
        )}
      </p>
      <h2 id="pitch" dir="auto">
        {shown.title}
      </h2>
      <p className="soft" dir="auto">
        {shown.groupName}
      </p>
      {shown.standing === 'tied' && <Notice>{judging.tied}</Notice>}
      {shown.standing === 'undeclared' && (
        <Notice tone="warn">
          <p>{judging.undeclared}</p>
          <p>
            <ButtonLink to={paths.panelConflicts({ callId: page.callId })}>{judging.declare}</ButtonLink>
          </p>
        </Notice>
      )}
      {shown.standing === 'free' && <Scores {...props} shown={shown} />}
    </section>
  );
}

function Scores(props: {
  page: JudgePage;
  shown: NonNullable<JudgePage['shown']>;
  autosave: string;
  reply: FormReply | undefined;
}) {
  const { judging } = useWords().words;
  const { page, shown } = props;
  const { callId, criteria } = page;
  const { applicationId } = shown;
  const typed = props.reply?.typed.applicationId?.[0] === applicationId ? props.reply : undefined;
  return (
    <Form reply={typed} values={scoreValues(criteria, shown.scores)}>
      <Hidden name="applicationId" value={applicationId} />
      {criteria.map((criterion) => (
        <CriterionChoices
          key={criterion.id}
          name={fieldNames.score(criterion.id)}
          none={CANNOT_JUDGE}
          criterion={criterion}
        />
      ))}
      <Button big>{judging.save}</Button>
      <SaveLine
        to={paths.judgingAutosave({ callId, applicationId })}
        what="judging"
        revision={shown.revision}
        sentences={{ notSaved: judging.notSaved, restored: judging.restored, frozen: judging.frozen }}
        signIn={paths.signIn({ next: paths.judging({ callId }) })}
        signInBeside
        changed={{ lead: judging.changedLead, take: judging.changedTake }}
        scripts={[props.autosave]}
      />
    </Form>
  );
}

function Others({ page, follows }: { page: JudgePage; follows: boolean }) {
  const { words, language } = useWords();
  const { judging } = words;
  const { callId, others, state } = page;
  if (state !== 'open')
    return (
      <ButtonLink look="second" to={paths.judging({ callId })}>
        {judging.look}
      </ButtonLink>
    );
  return (
    <>
      {others.length > 0 && (
        <section>
          <h2>{judging.others}</h2>
          <ol className="plain">
            {others.map((pitch) => (
              <li key={pitch.applicationId}>
                <a href={paths.judging({ callId, pitch: pitch.applicationId })}>
                  {say(language, judging.pitch, { position: pitch.position })} <bdi>{pitch.title}</bdi>
                </a>{' '}
                <Tag tone={pitch.isHandedIn ? 'good' : 'warn'}>
                  {pitch.standing === 'tied' ? judging.tied : pitch.isHandedIn ? judging.done : judging.toDo}
                </Tag>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p>
        <ButtonLink look="second" to={paths.judging({ callId })}>
          {follows ? judging.look : judging.toStage}
        </ButtonLink>
      </p>
    </>
  );
}
