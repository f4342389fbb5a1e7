import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Empty, Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Comer, ComingList } from '../queries/coming-list.server.ts';
import { Needs } from './comer-needs.tsx';

type Shown = Pick<ComingList, 'call' | 'event'> & {
  readonly rows: readonly Comer[];
  readonly before: string | null;
  readonly after: string | null;
  readonly now: number;
};

const TONES = { coming: 'good', waiting: 'warn', cancelled: 'plain' } as const;

/** Everybody in turn, with the way to reach them and what to do when they call. */
export function ComingRows({ page }: { page: Shown }) {
  const { words, language, deadline } = useWords();
  const { comingDesk: text } = words;
  const { call, rows, before, after, now, event } = page;
  if (rows.length === 0) return <Empty title={text.nobody} />;
  return (
    <>
      <Table
        caption={text.listTitle}
        keyOf={(comer) => comer.id}
        rows={rows}
        columns={[
          { key: 'name', title: text.name, heading: true, cell: (comer) => <bdi>{comer.name}</bdi> },
          { key: 'turn', title: text.turn, numeric: true, cell: ({ turn }) => turn },
          { key: 'people', title: text.people, numeric: true, cell: ({ people }) => people },
          {
            key: 'state',
            title: text.state,
            cell: ({ state, sayNoBy }) => (
              <>
                <Tag tone={TONES[state]}>{text.states[state]}</Tag>
                {sayNoBy !== null && now < sayNoBy && (
                  <small> {say(language, text.sayNoBy, { when: deadline(sayNoBy, call.timeZone) })}</small>
                )}
              </>
            ),
          },
          {
            key: 'contact',
            title: text.contact,
            cell: ({ email, phone }) => (
              <>
                {email !== null && <bdi dir="ltr">{email}</bdi>} {phone !== null && <bdi dir="ltr">{phone}</bdi>}{' '}
                {email === null && <Tag tone="brand">{text.byPhone}</Tag>}
              </>
            ),
          },
          { key: 'needs', title: text.needs, cell: (comer) => <Needs comer={comer} /> },
          {
            key: 'change',
            title: text.change,
            cell: (comer) =>
              now < event.startsAt && (
                <form method="post">
                  <Hidden name="intent" value={comer.state === 'cancelled' ? 'come-back' : 'cancel'} />
                  <Hidden name="partyId" value={comer.id} />
                  <Button look="link">
                    {say(language, comer.state === 'cancelled' ? text.comeBack : text.cancel, { name: comer.name })}
                  </Button>
                </form>
              ),
          },
        ]}
      />
      <ListPages
        before={before && paths.staffComing({ callId: call.id, before })}
        after={after && paths.staffComing({ callId: call.id, after })}
        first={paths.staffComing({ callId: call.id })}
      />
    </>
  );
}
