import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Tag } from '#app/ui/pieces.tsx';
import { Reach } from '#app/ui/reach.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { callPage } from '../queries/call-page.server.ts';
import { callReplies } from '../queries/call-replies.server.ts';
import { paragraphsOf } from '../rules/lines.ts';
import { spokenWay } from '../ui/answer-way.ts';
import { AtAGlance } from '../ui/at-a-glance.tsx';
import { CriteriaList } from '../ui/criteria-list.tsx';
import { FrozenNote } from '../ui/frozen-note.tsx';
import { HowWeDecide } from '../ui/how-we-decide.tsx';
import { RepliesList } from '../ui/replies-list.tsx';
import { RoundDates } from '../ui/round-dates.tsx';
import { StateNotice } from '../ui/state-notice.tsx';
import { WrittenList } from '../ui/written-list.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { words, language } = wordsFor(matches);
  if (data === undefined) return titled(words.call.callsTitle);
  const { slug, title, previewOf } = data.call;
  const calendar = {
    tagName: 'link',
    rel: 'alternate',
    type: 'text/calendar',
    title: say(language, words.plan.calendarOf, { title }),
    href: paths.callCalendar({ slug }),
  };
  return previewOf === null ? [...titled(title), calendar] : titled(title);
};

export function loader({ params, context }: LoaderFunctionArgs) {
  const { questions, ...call } = found(callPage(context.portal, params.slug ?? ''));
  return {
    call,
    replies: callReplies(context.portal, call.id),
    questionCount: questions.length,
    way: spokenWay({
      byVideo: questions.some(({ byVideo }) => byVideo),
      byVoice: questions.some(({ byVoice }) => byVoice),
    }),
    wordsMax: questions.reduce((sum, question) => sum + question.wordsMax, 0),
  };
}

export default function Call() {
  const { words, language, date } = useWords();
  const { call, replies, questionCount, way, wordsMax } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<CallText text={call.title} />}
      overline={`${call.partnerName} · ${words.call.strands[call.strand]}`}
      lead={<CallText text={call.summary} />}
      back={paths.calls()}
      backLabel={words.call.callsTitle}
    >
      <StateNotice call={call} />
      {call.language !== language && (
        <p className="soft">{say(language, words.call.writtenIn, { language: languageName(call.language) })}</p>
      )}
      {call.changedAt !== null && (
        <Notice tone="brand">
          <p>
            {say(language, words.call.changedNotice, { when: date(call.changedAt, call.timeZone) })}{' '}
            <a href={paths.callVersions({ slug: call.slug })}>{words.call.changedLink}</a>
          </p>
        </Notice>
      )}
      <div className="split first-aside">
        <AtAGlance call={call} way={way} />
        <div className="sections">
          <section>
            <h2>{words.call.offered}</h2>
            {paragraphsOf(call.about).map((paragraph) => (
              <p key={paragraph} className="prewrap">
                <CallText text={paragraph} />
              </p>
            ))}
            {call.themes.length > 0 && (
              <>
                <h3>{words.call.themes}</h3>
                <ul className="row tags">
                  {call.themes.map((theme) => (
                    <li key={theme}>
                      <Tag tone="brand">
                        <CallText text={theme} />
                      </Tag>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <section>
            <h2>{words.call.who}</h2>
            <WrittenList text={call.whoCanApply} promise={words.call.noPapers} />
            {call.checkItems.length > 0 && (
              <p className="row">
                <ButtonLink to={paths.callCheck({ slug: call.slug })} look="second">
                  {words.selfCheck.link}
                </ButtonLink>
                <span className="soft">{words.selfCheck.linkHint}</span>
              </p>
            )}
          </section>
          <section>
            <h2>{words.call.support}</h2>
            <WrittenList text={call.support} />
          </section>
          {call.dates.length > 0 && (
            <section>
              <h2>{words.plan.timelineTitle}</h2>
              <RoundDates round={call} />
              {call.hasPitchDay && call.previewOf === null && (
                <p>
                  <a href={paths.callPitchDay({ slug: call.slug })}>{words.coming.callLink}</a>
                </p>
              )}
              {call.previewOf === null && (
                <p>
                  <a href={paths.callCalendar({ slug: call.slug })}>{words.plan.timelineCalendar}</a>
                </p>
              )}
            </section>
          )}
          <section>
            <h2>{words.call.whatWeAsk}</h2>
            <p>
              {say(language, words.call.whatWeAskText, { count: questionCount })}{' '}
              {say(language, words.call.whatWeAskWords, { words: wordsMax })}
            </p>
            <ButtonLink to={paths.callQuestions({ slug: call.slug })} look="second">
              {words.call.readQuestions}
            </ButtonLink>
          </section>
          {replies.length > 0 && (
            <section>
              <h2>{words.help.repliesTitle}</h2>
              <RepliesList replies={replies} />
            </section>
          )}
          <Reach contact={call.contact} />
          <section>
            <h2>{words.call.howWeDecide}</h2>
            <HowWeDecide decision={call} partnerName={call.partnerName} />
            {call.previewOf === null && (
              <p>
                <a href={paths.callPanel({ slug: call.slug })}>{words.panelPeople.callLink}</a>
              </p>
            )}
            {call.previewOf === null && (
              <p>
                <a href={paths.callRule({ slug: call.slug })}>{words.panelRule.link}</a>
              </p>
            )}
          </section>
          <section>
            <h2>{words.call.criteria}</h2>
            <CriteriaList criteria={call.criteria} />
          </section>
          <FrozenNote call={call} />
        </div>
      </div>
    </Page>
  );
}
