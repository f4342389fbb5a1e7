import { paths } from '#app/paths.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Card } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ToldFinding } from '../../application/queries/eligibility.server.ts';

/** What an applicant was told about the check: the rule, in the words of the call, and what else could help. */
export function ToldEligibility({ told, partner }: { told: ToldFinding; partner: string }) {
  const { words, language } = useWords();
  const text = words.eligibility;
  if (told.outcome !== 'not-eligible' && told.outcome !== 'more-needed') {
    return (
      <Card as="section">
        <h2>{text.fitsAfterAllTitle}</h2>
        <p>{say(language, text.fitsAfterAllText, { partner })}</p>
      </Card>
    );
  }
  const isOut = told.outcome === 'not-eligible';
  return (
    <Card as="section">
      <h2>{isOut ? text.whyTitle : say(language, text.moreNeededTitle, { partner })}</h2>
      <p>{isOut ? say(language, text.notEligibleText, { partner }) : text.moreNeededText}</p>
      {isOut && <p>{text.notEligibleKind}</p>}
      {told.note !== '' && (
        <blockquote className="prewrap">
          <CallText text={told.note} />
        </blockquote>
      )}
      {told.reasons.map((reason) => (
        <div key={reason.statement}>
          <p>{say(language, text.rule, { statement: reason.statement })}</p>
          <h3>{words.selfCheck.ways[reason.route]}</h3>
          {reason.otherSlug !== null && (
            <p>
              <a href={paths.call({ slug: reason.otherSlug })}>
                <CallText
                  text={told.titles[reason.otherSlug]?.title ?? reason.otherSlug}
                  language={told.titles[reason.otherSlug]?.language ?? 'en'}
                />
              </a>
            </p>
          )}
          {reason.advice !== '' && (
            <p className="prewrap">
              <CallText text={reason.advice} />
            </p>
          )}
          {reason.link !== '' && (
            <p>
              <a href={reason.link} rel="noreferrer">
                {say(language, words.selfCheck.more, { place: new URL(reason.link).host })}
              </a>
            </p>
          )}
        </div>
      ))}
      <p>{say(language, text.askAgain, { partner })}</p>
    </Card>
  );
}
