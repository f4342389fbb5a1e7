import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** The one time that a link into a team is shown. */
export function MadeInvitation(props: {
  applicationId: Id;
  made: { link: string; email: string | null; isSent: boolean };
}) {
  const { words, language } = useWords();
  const { team } = words;
  const { link, email, isSent } = props.made;
  return (
    <Page title={team.madeTitle}>
      <Notice tone={email !== null && isSent ? 'good' : 'warn'}>
        <p>{email === null ? team.madeLink : say(language, isSent ? team.madeSent : team.madeNotSent, { email })}</p>
      </Notice>
      <p>
        <code dir="ltr" className="fingerprint">
          {link}
        </code>
      </p>
      <p className="no-print">
        <ButtonLink to={paths.applyTeam({ applicationId: props.applicationId })}>{team.madeBack}</ButtonLink>
      </p>
    </Page>
  );
}
