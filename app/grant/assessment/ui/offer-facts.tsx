import type { ReactNode } from 'react';
import { Facts, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShownOffer } from '../queries/sign-up.server.ts';
import { durationInWords } from './duration.ts';

/** The time that is asked, and what is given for it: pay, childcare, travel, other help, and from when to when. */
export function OfferFacts({ offer }: { offer: ShownOffer }) {
  const ways = useWords();
  const { words, language, date, money } = ways;
  const text = words.panelPeople;
  const written = (said: string): ReactNode =>
    said === '' ? (
      <span className="soft">{text.nothingOffered}</span>
    ) : (
      <Written as="span" text={said} lang={offer.language} />
    );
  return (
    <section aria-labelledby="offer">
      <h2 id="offer">{text.offerTitle}</h2>
      <Facts
        facts={[
          [text.time, say(language, text.timeValue, { hours: durationInWords(ways, offer.minutesAsked) })],
          [
            text.pay,
            offer.hourlyMinor === null ? (
              text.payNone
            ) : (
              <>
                <p>{say(language, text.payValue, { amount: money(offer.hourlyMinor, offer.currency) })}</p>
                <ul>
                  {offer.payChoices.map((choice) => (
                    <li key={choice}>{text.payWays[choice]}</li>
                  ))}
                </ul>
                <p>{text.payChoice}</p>
              </>
            ),
          ],
          [text.childcare, written(offer.childcare)],
          [text.travel, written(offer.travel)],
          [text.access, written(offer.access)],
          [
            text.term,
            say(language, text.termValue, {
              from: date(offer.termFrom, offer.timeZone),
              until: date(offer.termUntil, offer.timeZone),
            }),
          ],
        ]}
      />
    </section>
  );
}
