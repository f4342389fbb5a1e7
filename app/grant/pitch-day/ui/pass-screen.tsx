import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { PassPage } from '../queries/pass-page.server.ts';

/** Asking for a pass, and having one: the script shows one of the two. Without scripts it says what else can be done. */
export function PassScreen({ page }: { page: PassPage }) {
  const { remoteVote: text } = useWords().words;
  const booth = paths.booth({ pollId: page.pollId });
  return (
    <div
      data-pass={page.pollId}
      data-key={page.issuingKey}
      data-issue={paths.issuePass({ pollId: page.pollId })}
      data-words-typo={text.passTypo}
      data-words-working={text.passWorking}
      data-words-retry={text.passRetry}
      data-words-broken={text.passBroken}
    >
      <section data-step="ask">
        <p>{text.passLead}</p>
        {page.isOpen ? (
          <div className="needs-script">
            <Form id="pass" reply={undefined}>
              <TextField
                name="code"
                dir="ltr"
                spellCheck={false}
                maxLength={40}
                label={text.passCode}
                hint={text.passCodeHint}
              />
              <p role="status" data-status />
              <Button big>{text.passGet}</Button>
            </Form>
          </div>
        ) : (
          <Notice title={text.passOverTitle}>
            <p>{text.passOverText}</p>
          </Notice>
        )}
        {page.isOpen && (
          <div className="needs-no-script">
            <Notice tone="warn" title={text.passNoScript}>
              {!page.hasDirectCodes && <p>{text.passNoScriptText}</p>}
            </Notice>
          </div>
        )}
        <div hidden data-unable>
          <Notice tone="warn">
            <p>{text.passUnable}</p>
          </Notice>
        </div>
        {page.isOpen && page.hasDirectCodes && (
          <details>
            <summary>{text.passDirect}</summary>
            <p>{text.passDirectText}</p>
            <p>
              <a data-direct href={booth}>
                {text.passDirect}
              </a>
            </p>
          </details>
        )}
      </section>
      <section hidden data-step="have" aria-labelledby="have-title">
        <div className="notice good">
          <h2 id="have-title" tabIndex={-1}>
            {text.passHaveTitle}
          </h2>
          <p>{text.passHaveText}</p>
          <p>{text.passHaveLater}</p>
        </div>
        <p className="row">
          <ButtonLink to={booth}>{text.passToBooth}</ButtonLink>
          <button type="button" className="button link" data-do="another">
            {text.passAnother}
          </button>
        </p>
      </section>
    </div>
  );
}
