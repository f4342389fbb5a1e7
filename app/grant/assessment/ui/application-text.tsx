import type { ReactNode } from 'react';
import type { Currency } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { Answer } from '#app/ui/answer.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { ChangedPart } from '#app/ui/changed-part.tsx';
import { Facts, Money, Written } from '#app/ui/pieces.tsx';
import { type PlayedFrom, Player } from '#app/ui/player.tsx';
import { ReplacedRecordings } from '#app/ui/replaced-recordings.tsx';
import { Translations } from '#app/ui/translations.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ScoringSheet } from '../queries/scoring-sheet.server.ts';

/** What a group asks for, in its own words and pictures. */
export function ApplicationText(
  props: Pick<ScoringSheet, 'application' | 'answers' | 'changes' | 'timeZone'> & { currency: Currency },
) {
  const { words, money } = useWords();
  const { assessment, application: named } = words;
  const { application, timeZone } = props;
  const lang = application.language;
  const amounts = ({ first, now }: { first: string; now: string }) => ({
    first: money(Number(first), props.currency),
    now: money(Number(now), props.currency),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a wide screen this scrolls by itself, by keyboard too
    <section aria-labelledby="answers" tabIndex={0}>
      <h2 id="answers">{assessment.answersTitle}</h2>
      <Facts
        facts={[
          [
            assessment.sheetInShort,
            <Written key="short" as="span" text={application.oneLine} lang={application.language} />,
          ],
          [
            assessment.sheetAmount,
            application.amountMinor !== null && (
              <Money key="amount" amount={application.amountMinor} currency={props.currency} />
            ),
          ],
          [assessment.sheetTheme, <CallText key="theme" text={application.theme} />],
          [assessment.sheetCity, <bdi key="city">{application.city}</bdi>],
        ]}
      />
      {props.changes.map(({ detail, ...change }) =>
        detail === null ? null : (
          <ChangedPart
            key={detail}
            {...change}
            label={detail === 'amountMinor' ? named.whole.amount : named.whole[detail]}
            timeZone={timeZone}
            lang={lang}
            change={detail === 'amountMinor' ? amounts(change) : change}
          />
        ),
      )}
      {props.answers.map((answer) => {
        const change = props.changes.find(({ questionId }) => questionId === answer.questionId);
        return (
          <Answered key={answer.questionId} answer={answer}>
            {change !== undefined && (
              <ChangedPart
                {...change}
                timeZone={timeZone}
                lang={lang}
                change={change}
                isOnlyRecorded={change.first === change.now}
              >
                <ReplacedRecordings recordings={change.recordingsBefore} from={panelMedia} />
              </ChangedPart>
            )}
          </Answered>
        );
      })}
    </section>
  );
}

function Answered({ answer, children }: { answer: ScoringSheet['answers'][number]; children: ReactNode }) {
  const { words, language } = useWords();
  const { assessment, panelReview } = words;
  const { media } = answer;
  return (
    <article className="answer">
      <h3>
        <CallText text={answer.label} />
      </h3>
      {children}
      {media !== null && (
        <Player
          played={media}
          from={panelMedia(media.id)}
          label={say(language, assessment.mediaOf[media.kind], { question: answer.label })}
          lang={media.lang}
        />
      )}
      <div className={answer.translations.length > 0 ? 'beside' : undefined}>
        <Answer shown={answer.shown} lang={answer.lang} />
        <Translations translations={answer.translations} />
      </div>
      {answer.spoken !== null && <Spoken spoken={answer.spoken} />}
      {answer.hidesFile && <p className="soft">{panelReview.fileHidden}</p>}
      {answer.shown.as === 'nothing' && media === null && answer.spoken === null && !answer.hidesFile && (
        <p className="soft">{assessment.answerEmpty}</p>
      )}
    </article>
  );
}

/** What somebody says in a recording that is not sent, to be read instead. */
function Spoken({ spoken }: { spoken: NonNullable<ScoringSheet['answers'][number]['spoken']> }) {
  const { panelReview } = useWords().words;
  if (spoken.text === null) return <p className="soft">{panelReview.spokenMissing}</p>;
  return (
    <div className="translation">
      <p className="overline">{panelReview.spokenTitle}</p>
      <Written text={spoken.text} lang={spoken.language} />
    </div>
  );
}

/** Where a panel member finds a recording, and what goes with it. */
function panelMedia(mediaId: string): PlayedFrom {
  return {
    src: paths.panelMedia({ mediaId }),
    poster: paths.panelMediaPart({ mediaId, part: 'poster' }),
    captions: paths.panelMediaPart({ mediaId, part: 'captions' }),
  };
}
