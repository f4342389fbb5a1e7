import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { Facts } from './pieces.tsx';

/** How to reach the people of a call. */
export type Reachable = {
  readonly partnerName: string;
  readonly phone: string;
  /** What a telephone dials; null where there is no number. */
  readonly dial: string | null;
  readonly phoneHours: string;
  /** BCP 47 tags. */
  readonly phoneLanguages: readonly string[];
  readonly email: string;
  readonly place: string;
};

/** BCP 47 tag of what a partner says of itself: whoever writes it works at a desk. */
const DESK_LANGUAGE = 'en';

/** Where links to the way to reach a person lead. */
export const REACH_ID = 'talk-to-a-person';

/**
 * A person to talk to: whom, when, in which languages, and where.
 *
 * @param when  whether the reader thinks about applying, or has applied
 */
export function Reach({ contact, when = 'before' }: { contact: Reachable; when?: 'before' | 'after' }) {
  const { words, language, list } = useWords();
  const text = words.reach;
  const { partnerName, phone, dial, phoneHours, phoneLanguages, email, place } = contact;
  return (
    <section className="reach" aria-labelledby={REACH_ID}>
      <h2 id={REACH_ID}>{text.title}</h2>
      <p>{say(language, when === 'before' ? text.lead : text.leadAfter, { partner: partnerName })}</p>
      <Facts
        facts={[
          phone !== '' && [
            text.phone,
            <a key="phone" href={dial ?? undefined}>
              <bdi dir="ltr">{phone}</bdi>
            </a>,
          ],
          phoneHours !== '' && [
            text.phoneHours,
            <span key="hours" dir="auto" lang={DESK_LANGUAGE}>
              {phoneHours}
            </span>,
          ],
          phoneLanguages.length > 0 && [text.phoneLanguages, list(phoneLanguages.map(languageName))],
          email !== '' && [
            text.email,
            <a key="email" href={`mailto:${email}`}>
              <bdi dir="ltr">{email}</bdi>
            </a>,
          ],
          place !== '' && [
            text.place,
            <span key="place" dir="auto" lang={DESK_LANGUAGE} className="prewrap">
              {place}
            </span>,
          ],
        ]}
      />
    </section>
  );
}
