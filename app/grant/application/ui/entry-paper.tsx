import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Copyable } from '#app/ui/copyable.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

type Made = {
  readonly applicationId: Id;
  readonly code: string;
  readonly reference: string;
  readonly link: string;
  readonly forName: string;
};

/** The one time that the code is shown: a paper to give away. */
export function EntryPaper({ made, callTitle }: { made: Made; callTitle: string }) {
  const { words, language } = useWords();
  const { writtenDown: text, writtenDownDesk: desk, codesDesk: codes } = words;
  return (
    <Page title={desk.madeTitle} overline={<span dir="auto">{callTitle}</span>}>
      <div className="no-print">
        <Notice tone="warn">
          <p>{desk.madeText}</p>
        </Notice>
      </div>
      <div className="card">
        <h2 dir="auto">{say(language, text.madePaper, { name: made.forName })}</h2>
        <p>{say(language, text.madeReference, { reference: made.reference })}</p>
        <p>{text.madeWhat}</p>
        <p>{text.madeWhere}</p>
        <Copyable text={made.link} label={codes.copyLink} copied={codes.copied} />
        <Copyable text={made.code} label={codes.copyCode} copied={codes.copied} big />
      </div>
      <p className="no-print">
        <ButtonLink to={paths.staffEntry({ applicationId: made.applicationId })}>{desk.madeNext}</ButtonLink>
      </p>
    </Page>
  );
}
