import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Facts, When } from '#app/ui/pieces.tsx';
import { REACH_ID } from '#app/ui/reach.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallPage } from '../queries/call-page.server.ts';
import type { spokenWay } from './answer-way.ts';
import { lengthInWords } from './shares.ts';
import { WindowTag } from './window-tag.tsx';

/** What somebody wants to know before reading on: how much, until when, how, and where it starts. */
export function AtAGlance({ call, way }: { call: Omit<CallPage, 'questions'>; way: ReturnType<typeof spokenWay> }) {
  const { words, language, money } = useWords();
  const { slug } = call;
  const isOpen = call.window === 'open' && call.previewOf === null;
  return (
    <aside className="card glance" aria-label={words.call.atAGlance}>
      <p className="row apart">
        <span className="soft">{words.call.factAward}</span>
        <WindowTag window={call.window} daysLeft={call.daysLeft} />
      </p>
      <p className="amount">{say(language, words.call.upTo, { amount: money(call.awardMaxMinor, call.currency) })}</p>
      <Facts
        facts={[
          [
            words.call.factAwards,
            say(language, words.call.factAwardsValue, {
              count: call.awardsPlanned,
              pot: money(call.potMinor, call.currency),
            }),
          ],
          [words.call.factOpens, <When key="opens" at={call.opensAt} timeZone={call.timeZone} as="deadline" />],
          [words.call.factCloses, <When key="closes" at={call.closesAt} timeZone={call.timeZone} as="deadline" />],
          [
            words.call.factAnswer,
            way !== null
              ? `${words.call.answerWays[way]}. ${say(language, words.call.videoLength, { length: lengthInWords(words, language, call.videoSecondsMax) })}`
              : words.call.answerWritten,
          ],
        ]}
      />
      {isOpen && (
        <>
          <p>
            <ButtonLink to={paths.applyStart({ slug })} big>
              {call.invitationOnly ? words.entry.startWithCode : words.call.start}
            </ButtonLink>
          </p>
          <p className="soft">{words.call.startHint}</p>
        </>
      )}
      <p>
        <ButtonLink to={paths.callQuestions({ slug })} look="second">
          {words.call.readQuestions}
        </ButtonLink>
      </p>
      <p>
        <a href={`#${REACH_ID}`}>{words.reach.ask}</a>
      </p>
    </aside>
  );
}
