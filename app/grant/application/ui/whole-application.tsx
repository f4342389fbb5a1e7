import type { ReactNode } from 'react';
import type { Currency } from '#app/kernel/money.ts';
import { Answer, type ShownAnswer } from '#app/ui/answer.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Facts, Written } from '#app/ui/pieces.tsx';
import { type Played, type PlayedFrom, Player } from '#app/ui/player.tsx';
import { type ShownTranslation, Translations } from '#app/ui/translations.tsx';
import { languageName } from '#app/words/language-name.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Details } from '../rules/details.ts';
import { NumberedQuestion } from './numbered-question.tsx';

export type WholeAnswer = {
  readonly questionId: string;
  readonly label: string;
  readonly shown: ShownAnswer;
  /** BCP 47 tag; without it that of the whole application. */
  readonly lang?: string;
  readonly translations?: readonly ShownTranslation[];
  readonly media: { readonly played: Played; readonly from: PlayedFrom } | null;
};

/** Everything somebody wrote and recorded, to be read from top to bottom. */
export function WholeApplication(props: {
  details: Details;
  currency: Currency;
  answers: readonly WholeAnswer[];
  /** A link to change a part, where it can still be changed. */
  change?: (part: { questionId: string | null; what: string }) => ReactNode;
  /** What else to say about an answer. */
  note?: (questionId: string) => ReactNode;
}) {
  const text = useWords().words.application;
  const { details } = props;
  const lang = details.language;
  return (
    <>
      <section aria-labelledby="whole-details">
        <div className="section-head">
          <h2 id="whole-details">{text.wholeDetails}</h2>
          {props.change?.({ questionId: null, what: text.wholeDetails })}
        </div>
        <WholeDetails details={details} currency={props.currency} />
      </section>
      {props.answers.map((answer, place) => (
        <section key={answer.questionId} aria-labelledby={`whole-${answer.questionId}`}>
          <div className="section-head">
            <h2 id={`whole-${answer.questionId}`}>
              <NumberedQuestion question={{ position: place + 1, label: answer.label }} />
            </h2>
            {props.change?.({ questionId: answer.questionId, what: answer.label })}
          </div>
          {props.note?.(answer.questionId)}
          {answer.media !== null && <Player {...answer.media} label={answer.label} />}
          <div className={answer.translations?.length ? 'beside' : undefined}>
            <Answer shown={answer.shown} lang={answer.lang ?? lang} />
            {answer.translations !== undefined && <Translations translations={answer.translations} />}
          </div>
          {answer.shown.as === 'nothing' && answer.media === null && (
            <p>
              <None />
            </p>
          )}
        </section>
      ))}
    </>
  );
}

/** Who asks and for what, to be read. */
export function WholeDetails({ details, currency }: { details: Details; currency: Currency }) {
  const { words, money } = useWords();
  const { whole } = words.application;
  const none = <None key="none" />;
  const written = (value: string) =>
    value === '' ? none : <Written key={value} as="span" text={value} lang={details.language} />;
  const { moneyHolder, hostName } = details;
  const holder = hostName !== '' || moneyHolder === '' ? written(hostName) : words.moneyHolder.choices[moneyHolder];
  return (
    <Facts
      facts={[
        [whole.groupName, written(details.groupName)],
        [whole.title, written(details.title)],
        [whole.oneLine, written(details.oneLine)],
        [whole.theme, details.theme === '' ? none : <CallText key="theme" text={details.theme} />],
        [whole.city, written(details.city)],
        [whole.amount, details.amountMinor === null ? none : money(details.amountMinor, currency)],
        [whole.moneyHolder, holder],
        [whole.language, languageName(details.language)],
      ]}
    />
  );
}

function None() {
  const { words } = useWords();
  return <span className="soft">{words.application.checkNothing}</span>;
}
