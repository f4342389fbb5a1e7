import { Answer } from '#app/ui/answer.tsx';
import { Button } from '#app/ui/button.tsx';
import { useCallLanguage } from '#app/ui/call-text.tsx';
import { Select, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice, Tag } from '#app/ui/pieces.tsx';
import { type PlayedFrom, Player } from '#app/ui/player.tsx';
import { TranslationText } from '#app/ui/translations.tsx';
import { languageChoices } from '#app/words/language-choices.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TranslationPage } from '../queries/translation-page.server.ts';

const TONES = { approved: 'good', waiting: 'warn', outdated: 'bad' } as const;

/** An answer with its language, and everything it was translated into. */
export function TranslationDesk(props: {
  page: TranslationPage;
  reply: FormReply | undefined;
  /** Where the recording can be watched or heard, when there is one. */
  from: PlayedFrom | null;
}) {
  const { words, language } = useWords();
  const text = words.translations;
  const { page, reply, from } = props;
  const isDrafted = reply?.typed.machine?.[0] === 'on';
  const { answer, powers } = page;
  const offered = useOffered(page);
  return (
    <>
      <section aria-labelledby="original">
        <h2 id="original">{text.original}</h2>
        {from !== null && answer.media !== null && (
          <Player played={answer.media} from={from} label={answer.label} lang={answer.media.lang} />
        )}
        <Answer shown={answer.shown} lang={answer.lang} />
        {!page.hasAnswer && <p className="soft">{words.application.checkNothing}</p>}
      </section>
      {page.state === 'draft' && powers.mayWrite && page.hasAnswer && <AnswerLanguage {...props} />}
      <section aria-labelledby="translations">
        <h2 id="translations">{text.listTitle}</h2>
        {page.translations.length === 0 && <p>{text.none}</p>}
        <div className="stack">
          {page.translations.map((translation) => (
            <article className="card" key={translation.language}>
              <p>
                <Tag tone={TONES[translation.state]}>{text.states[translation.state]}</Tag>
              </p>
              <TranslationText {...translation} />
              {powers.mayApprove && translation.state === 'waiting' && (
                <Form>
                  <p id={`approve-${translation.language}`}>{text.approveText}</p>
                  <Shown {...translation} />
                  <Button name="intent" value="approve" describedBy={`approve-${translation.language}`}>
                    {text.approve}
                  </Button>
                </Form>
              )}
              {translation.correction !== null && <Correction translation={translation} powers={powers} />}
              {powers.mayWrite && !translation.isFixed && (
                <details>
                  <summary>{text.remove}</summary>
                  <p>{text.removeText}</p>
                  <Form>
                    <Shown {...translation} />
                    <Button look="danger" name="intent" value="remove">
                      {text.removeDo}
                    </Button>
                  </Form>
                </details>
              )}
            </article>
          ))}
        </div>
      </section>
      {powers.mayWrite && page.hasAnswer && (
        <section aria-labelledby="write">
          <h2 id="write">{text.addTitle}</h2>
          <p>{text.addText}</p>
          <Form reply={reply} values={{ language: offered.free[0] ?? '' }}>
            <input type="hidden" name="ofRevision" value={page.revision} />
            {page.translations.map((translation) => (
              <input
                key={translation.language}
                type="hidden"
                name={`base-${translation.language}`}
                value={translation.baseRevision}
              />
            ))}
            <Select
              name="language"
              label={text.language}
              choices={[{ value: '', label: text.chooseLanguage }, ...languageChoices(offered.first)]}
              short
            />
            {isDrafted && <MachineDraft />}
            <TextArea name="text" label={text.text} rows={8} />
            {isDrafted && <Tick name="read" label={text.machineRead} />}
            <TextField name="translator" label={text.translator} hint={text.translatorHint} maxLength={120} />
            <div className="stack">
              <Button name="intent" value="write">
                {text.save}
              </Button>
              {/* After the button that saves: Enter in a field presses the first one. */}
              {page.machineHost !== null && !isDrafted && (
                <div className="stack">
                  <Button look="second" name="intent" value="draft" describedBy="machine-hint">
                    {text.machineDraft}
                  </Button>
                  <p className="soft" id="machine-hint">
                    {say(language, text.machineHint, { host: page.machineHost })}
                  </p>
                </div>
              )}
            </div>
          </Form>
        </section>
      )}
    </>
  );
}

/** Other words beside what was approved and sent: the group takes them over, or leaves the translation as it is. */
function Correction({
  translation,
  powers,
}: {
  translation: TranslationPage['translations'][number];
  powers: TranslationPage['powers'];
}) {
  const text = useWords().words.translations;
  const { language, correction } = translation;
  if (correction === null) return null;
  return (
    <section aria-labelledby={`correction-${language}`}>
      <h3 id={`correction-${language}`}>{text.correctionTitle}</h3>
      <p>{text.correctionText}</p>
      <TranslationText language={language} isMachine={false} {...correction} />
      {powers.mayWrite && (
        <Form>
          <Shown language={language} revision={correction.revision} />
          <div className="row">
            {powers.mayApprove && (
              <Button name="intent" value="take-over">
                {text.takeOver}
              </Button>
            )}
            <Button look="second" name="intent" value="drop">
              {text.dropCorrection}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}

function AnswerLanguage({ page }: { page: TranslationPage }) {
  const text = useWords().words.translations;
  const { shown, lang, media } = page.answer;
  const choices = languageChoices([page.language, useWords().language]);
  return (
    <section aria-labelledby="language">
      <h2 id="language">{text.languageTitle}</h2>
      <Form values={{ written: lang, spoken: media?.lang }}>
        {shown.as !== 'nothing' && <Select name="written" label={text.written} choices={choices} short />}
        {media !== null && <Select name="spoken" label={text.spoken} choices={choices} short />}
        <Button look="second" name="intent" value="language">
          {text.languageSave}
        </Button>
      </Form>
    </section>
  );
}

/** Over a text that no person has read yet. */
function MachineDraft() {
  const text = useWords().words.translations;
  return (
    <>
      <input type="hidden" name="machine" value="on" />
      <Notice tone="warn" title={text.machineTitle} live>
        <p>{text.machineNotice}</p>
      </Notice>
    </>
  );
}

function Shown({ language, revision }: { language: string; revision: number }) {
  return (
    <>
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="revision" value={revision} />
    </>
  );
}

/**
 * What to translate an answer into, the likeliest first: the language of the call, which those who decide read, that of
 * the application, and the reader's own. Where the answer is there in all of these, nobody can guess.
 */
function useOffered({ answer, language, translations }: TranslationPage) {
  const likely = [useCallLanguage(), language, useWords().language].filter((tag) => tag !== answer.lang);
  const there = translations.map((translation) => translation.language);
  const free = likely.filter((tag) => !there.includes(tag));
  return { free, first: [...free, ...there] };
}
