import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Page } from '#app/ui/page.tsx';
import { Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { JudgingDesk } from '../queries/judging-desk.server.ts';

/** Open, close, and who is still missing; never a score. */
export function JudgingDeskScreen(props: { desk: JudgingDesk; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { judgingDesk: text } = words;
  const { desk, reply } = props;
  return (
    <Page
      title={text.title}
      overline={desk.title}
      lead={say(language, text.lead, { count: desk.judgesMin })}
      back={paths.staffControl({ eventId: desk.eventId })}
      backLabel={text.back}
    >
      <ErrorSummary reply={reply} />
      <p>
        <Tag tone="brand">{text.states[desk.state]}</Tag>
      </p>
      {desk.state === 'not-opened' && (
        <Form>
          <Button name="intent" value="open">
            {text.open}
          </Button>
        </Form>
      )}
      <Pitches desk={desk} />
      {desk.state === 'open' && (
        <>
          <Form reply={reply}>
            <Tick name="understood" label={text.closeTick} />
            <Button look="danger" name="intent" value="judges">
              {text.close}
            </Button>
          </Form>
          <details open={reply?.typed.intent?.[0] === 'sheets'}>
            <summary>{text.instead}</summary>
            <p>{text.insteadLead}</p>
            <Form reply={reply}>
              <Tick name="insteadUnderstood" label={text.insteadTick} />
              <Button look="danger" name="intent" value="sheets">
                {text.instead}
              </Button>
            </Form>
          </details>
        </>
      )}
    </Page>
  );
}

function Pitches({ desk }: { desk: JudgingDesk }) {
  const { words, language, list } = useWords();
  const { judgingDesk: text } = words;
  return (
    <Table
      caption={text.pitches}
      rows={desk.pitches}
      keyOf={(row) => row.applicationId}
      columns={[
        {
          key: 'pitch',
          title: text.pitch,
          heading: true,
          cell: (row) => (
            <>
              <span dir="auto">{row.title}</span> {row.isOnStage && <Tag tone="brand">{text.onStage}</Tag>}
              {!row.isStanding && <Tag>{text.gone}</Tag>}
            </>
          ),
        },
        {
          key: 'handed-in',
          title: text.handedIn,
          cell: (row) => say(language, text.of, { done: row.handedIn, all: row.mayJudge }),
        },
        { key: 'lacking', title: text.lacking, numeric: true, cell: (row) => row.judges },
        {
          key: 'missing',
          title: text.missing,
          cell: (row) => (row.missing.length === 0 ? text.nobody : list([...row.missing])),
        },
      ]}
    />
  );
}
