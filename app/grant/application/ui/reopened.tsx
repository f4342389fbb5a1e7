import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Notice, TaskList, Written } from '#app/ui/pieces.tsx';
import { Player } from '#app/ui/player.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyApplication, MyQuestion } from '../queries/my-application.server.ts';
import { NumberedQuestion } from './numbered-question.tsx';
import { ownMedia } from './own-media.ts';
import { useDetailName, useDetailText } from './part-names.ts';

/** What may be changed after sending, why, until when, and what to do next. */
export function Reopened({ mine }: { mine: MyApplication }) {
  const { words, language, deadline } = useWords();
  const detailName = useDetailName();
  const text = words.reopening;
  const { reopening } = mine;
  if (reopening === null) return null;
  const stateOf = (isChanged: boolean) =>
    isChanged
      ? ({ label: text.states.changed, tone: 'warn' } as const)
      : ({ label: text.states.waiting, tone: 'plain' } as const);
  const { details, standingDetails } = mine;
  const isDetailChanged = reopening.details.some((name) => details[name] !== standingDetails[name]);
  const questions = mine.questions.filter(({ isReopened }) => isReopened);
  return (
    <section aria-labelledby="reopened" className="no-print">
      <h2 id="reopened">{text.title}</h2>
      <p>{say(language, text.lead, { partner: mine.call.partnerName })}</p>
      <Notice tone="brand" title={text.whyTitle}>
        <Written text={reopening.reason} />
        <p>
          <strong>{say(language, text.until, { when: deadline(reopening.untilAt, mine.call.timeZone) })}</strong>
        </p>
      </Notice>
      <h3>{text.parts}</h3>
      <TaskList
        tasks={[
          ...(reopening.details.length === 0
            ? []
            : [
                {
                  key: 'details',
                  title: reopening.details.map(detailName).join(' · '),
                  to: paths.applyDetails({ applicationId: mine.id }),
                  state: stateOf(isDetailChanged),
                },
              ]),
          ...questions.map((question) => ({
            key: question.id,
            title: <NumberedQuestion question={question} />,
            to: paths.applyQuestion({ applicationId: mine.id, questionId: question.id }),
            state: stateOf(isAnsweredAnew(question)),
          })),
        ]}
      />
      <p>{text.changedOnly}</p>
      {reopening.isChanged ? (
        <ButtonLink big to={paths.applyAgain({ applicationId: mine.id })}>
          {text.check}
        </ButtonLink>
      ) : (
        <p className="soft">{text.after}</p>
      )}
    </section>
  );
}

/** Whether a reopened question has other words or another recording than what was sent. */
function isAnsweredAnew({ text, standing, recorded, sentRecording, arriving }: MyQuestion): boolean {
  const isComing = arriving !== null && arriving.state !== 'rejected';
  return text !== standing || recorded?.id !== sentRecording?.id || isComing;
}

/** What was written or recorded while a part was open, and not sent in time. */
export function Unsent({ mine }: { mine: MyApplication }) {
  const { words, language, deadline } = useWords();
  const detailName = useDetailName();
  const said = useDetailText(mine.call.currency);
  if (mine.unsent.length === 0 && mine.unsentRecordings.length === 0) return null;
  return (
    <Notice tone="plain" title={words.reopening.unsentTitle}>
      <p>{words.reopening.unsentLead}</p>
      {mine.unsent.map(({ questionId, detail, label, text }) => (
        <div key={`${questionId ?? detail}-${text}`}>
          <h3>{detail === null ? <CallText text={label} /> : detailName(detail)}</h3>
          <Written text={detail === null ? text : said(detail, text)} lang={mine.details.language} />
        </div>
      ))}
      {mine.unsentRecordings.map(({ label, recorded, keptUntil }) => (
        <div key={recorded.id}>
          <h3>
            <CallText text={label} />
          </h3>
          <Player played={recorded} from={ownMedia(recorded.id)} label={words.recording.here[recorded.kind]} />
          <p>{say(language, words.reopening.unsentUntil, { when: deadline(keptUntil, mine.call.timeZone) })}</p>
        </div>
      ))}
    </Notice>
  );
}

/** Over a form of an application that was sent: why it is open again, and until when. */
export function ReopenedNotice(props: { reopened: { reason: string; until: string } }) {
  const { words, language } = useWords();
  return (
    <Notice tone="brand" title={words.reopening.noticeTitle}>
      <Written text={props.reopened.reason} />
      <p>{say(language, words.reopening.until, { when: props.reopened.until })}</p>
    </Notice>
  );
}
