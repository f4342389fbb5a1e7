import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Empty, Table, Tag, type Tone, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { callCodes } from '../queries/call-codes.server.ts';
import type { CodeState } from '../rules/access-code.ts';

type Codes = NonNullable<ReturnType<typeof callCodes>>;

const TONES: Record<CodeState, Tone> = { usable: 'good', expired: 'plain', 'used-up': 'plain', revoked: 'bad' };

/** Every code of a call: who came by it, whether it still works, and the way to take it back. */
export function CodeTable({ call, codes }: Pick<Codes, 'call' | 'codes'>) {
  const { codesDesk } = useWords().words;
  if (codes.length === 0) return <Empty title={codesDesk.listEmpty} />;
  return (
    <section id="codes">
      <Table
        caption={codesDesk.listTitle}
        rows={codes}
        keyOf={(code) => code.id}
        columns={[
          { key: 'label', title: codesDesk.columns.label, heading: true, cell: (code) => <bdi>{code.label}</bdi> },
          { key: 'purpose', title: codesDesk.columns.purpose, cell: (code) => codesDesk.purposes[code.purpose] },
          {
            key: 'expires',
            title: codesDesk.columns.expires,
            cell: (code) => <When at={code.expiresAt} timeZone={call.timeZone} as="deadline" />,
          },
          { key: 'uses', title: codesDesk.columns.uses, cell: (code) => <Uses code={code} /> },
          {
            key: 'state',
            title: codesDesk.columns.state,
            cell: (code) => <Tag tone={TONES[code.state]}>{codesDesk.states[code.state]}</Tag>,
          },
          {
            key: 'change',
            title: codesDesk.columns.change,
            cell: (code) => (code.state === 'usable' ? <Revoke id={code.id} label={code.label} /> : ''),
          },
        ]}
      />
    </section>
  );
}

/** How often it was used; an application has a name here once it was sent, a draft has none. */
function Uses({ code }: { code: Codes['codes'][number] }) {
  const { words, language } = useWords();
  const { codesDesk } = words;
  return (
    <>
      {say(language, codesDesk.used, { count: code.uses, max: code.usesMax })}
      {code.submitted.map(({ applicationId, reference }) => (
        <span key={applicationId} className="block">
          <a href={paths.staffApplication({ applicationId })}>
            <bdi>{reference}</bdi>
          </a>
        </span>
      ))}
      {code.submittedBesides > 0 && (
        <span className="block soft">{say(language, codesDesk.usedBesides, { count: code.submittedBesides })}</span>
      )}
      {code.drafts > 0 && (
        <span className="block soft">{say(language, codesDesk.usedByDraft, { count: code.drafts })}</span>
      )}
    </>
  );
}

function Revoke(props: { id: string; label: string }) {
  const { words, language } = useWords();
  const { codesDesk } = words;
  return (
    <details>
      <summary>
        <span aria-hidden="true">{codesDesk.revoke}</span>
        <span className="quiet">{say(language, codesDesk.revokeOf, { label: props.label })}</span>
      </summary>
      <form method="post" className="stack">
        <Hidden name="codeId" value={props.id} />
        <p>{codesDesk.revokeText}</p>
        <Button look="danger" name="intent" value="revoke">
          {codesDesk.revokeDo}
        </Button>
      </form>
    </details>
  );
}
