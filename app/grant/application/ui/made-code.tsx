import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Copyable } from '#app/ui/copyable.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** The one time that a code is shown. */
export function MadeCode(props: { callId: Id; made: { code: string; link: string; label: string } }) {
  const { codesDesk } = useWords().words;
  const { code, link, label } = props.made;
  return (
    <Page title={codesDesk.madeTitle} overline={<span dir="auto">{label}</span>}>
      <Notice tone="warn">
        <p>{codesDesk.madeText}</p>
      </Notice>
      <Copyable text={code} label={codesDesk.copyCode} copied={codesDesk.copied} big />
      <p>{codesDesk.madeLink}</p>
      <Copyable text={link} label={codesDesk.copyLink} copied={codesDesk.copied} />
      <p className="no-print">
        <ButtonLink to={paths.staffCallCodes({ callId: props.callId })}>{codesDesk.madeBack}</ButtonLink>
      </p>
    </Page>
  );
}
