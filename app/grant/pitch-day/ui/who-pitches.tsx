import { paths } from '#app/paths.ts';
import { Player } from '#app/ui/player.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PublicPitch } from '../queries/public-order.server.ts';

/** The running order for everybody, with what each group shows of its pitch. */
export function WhoPitches({ pitches }: { pitches: readonly PublicPitch[] }) {
  const { pitchCard: text } = useWords().words;
  return (
    <section aria-labelledby="who-pitches">
      <h2 id="who-pitches">{text.whoPitches}</h2>
      <p>{text.whoPitchesLead}</p>
      <ol>
        {pitches.map((pitch) => (
          <li key={pitch.applicationId}>
            <h3 dir="auto">{pitch.title}</h3>
            <p dir="auto">{pitch.groupName}</p>
            {pitch.card !== null && <Card pitch={pitch} card={pitch.card} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Card({ pitch, card }: { pitch: PublicPitch; card: NonNullable<PublicPitch['card']> }) {
  const { words, language } = useWords();
  const { pitchCard: text } = words;
  const links = [
    [text.captions, card.captionsUrl],
    [text.transcript, card.transcriptUrl],
  ] as const;
  const { applicationId, title, film } = pitch;
  const from = (part: 'picture' | 'film' | 'poster' | 'captions') => paths.pitchMedia({ applicationId, part });
  return (
    <>
      {card.pictureId !== null && (
        <p>
          <img
            className="pitch-picture"
            src={from('picture')}
            alt={say(language, text.pictureOf, { title })}
            loading="lazy"
          />
        </p>
      )}
      <p dir="auto" lang={card.language}>
        {card.oneLine}
      </p>
      <p className="soft">{say(language, text.spokenIn, { language: languageName(card.language) })}</p>
      {film !== null && (
        <details>
          <summary>
            {text.watch} <span className="quiet">{title}</span>
          </summary>
          <Player
            played={film}
            from={{ src: from('film'), poster: from('poster'), captions: from('captions') }}
            label={title}
            lang={card.language}
            isLazy
          />
        </details>
      )}
      {links.map(
        ([label, href]) =>
          href !== '' && (
            <p key={label}>
              <a href={href} rel="noopener noreferrer nofollow ugc">
                {label} <span className="quiet">{title}</span>
              </a>
            </p>
          ),
      )}
    </>
  );
}
