import { Choices, Hidden, Select, TextField, Tick } from '#app/ui/fields.tsx';
import { languageChoices } from '#app/words/language-choices.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PitchCardPage } from '../queries/pitch-card-page.server.ts';
import { CARD_LINK_MAX, ONE_LINE_MAX } from '../rules/pitch-card.ts';

/** What a group says of its pitch, whoever writes it; what may be shown of it is asked by the page. */
export function PitchCardFields({ page }: { page: PitchCardPage }) {
  const { words, language } = useWords();
  const { pitchCard: text } = words;
  const { card, media } = page;
  return (
    <>
      <Hidden name="revision" value={card.revision} />
      <TextField name="oneLine" label={text.oneLine} hint={text.oneLineHint} maxLength={ONE_LINE_MAX} />
      <Select name="language" label={text.language} choices={languageChoices([card.language])} />
      {media.pictures.length > 0 && (
        <Choices
          type="radio"
          name="pictureId"
          label={text.picture}
          hint={text.pictureHint}
          choices={[
            { value: '', label: text.noPicture },
            ...media.pictures.map(({ id, kind, fileName }) => ({
              value: id,
              label: kind === 'video' ? say(language, text.pictureOfFilm, { name: fileName }) : fileName,
            })),
          ]}
        />
      )}
      {media.films.length > 0 && (
        <Choices
          type="radio"
          name="filmId"
          label={text.film}
          hint={text.filmHint}
          choices={[
            { value: '', label: text.noFilm },
            ...media.films.map(({ id, fileName }) => ({ value: id, label: fileName })),
          ]}
        />
      )}
      <TextField
        name="captionsUrl"
        type="url"
        dir="ltr"
        label={text.captionsUrl}
        hint={text.linkHint}
        maxLength={CARD_LINK_MAX}
      />
      <TextField
        name="transcriptUrl"
        type="url"
        dir="ltr"
        label={text.transcriptUrl}
        hint={text.linkHint}
        maxLength={CARD_LINK_MAX}
      />
    </>
  );
}

/** Whether everybody may see it: a tick, or what is missing for one. */
export function ShowToEverybody({ page, as }: { page: PitchCardPage; as: 'speaks' | 'writes' | 'staff' }) {
  const { pitchCard: text } = useWords().words;
  if (as === 'speaks') return <Tick name="isShown" label={text.isShown} hint={text.isShownHint} />;
  if (as === 'writes') return <p>{text.needsSigner}</p>;
  return page.card.isShown ? <Tick name="isShown" label={text.deskTakeDown} hint={text.deskTakeDownHint} /> : null;
}

/** What the fields hold before anybody types. */
export function cardValues({ card }: PitchCardPage) {
  const { oneLine, language, captionsUrl, transcriptUrl, pictureId, filmId, isShown } = card;
  const chosen = { pictureId: pictureId ?? '', filmId: filmId ?? '' };
  return { oneLine, language, captionsUrl, transcriptUrl, ...chosen, isShown: isShown ? 'on' : '' };
}
