import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Empty, Notice, Table } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RollPage } from '../queries/roll-page.server.ts';

/** A reply belongs to the form whose button was pressed. */
const ofForm = (reply: FormReply | undefined, intent: string) =>
  reply?.typed.intent?.[0] === intent ? reply : undefined;

/** Who votes besides the room; fixed together with the ballot paper. */
export function ChooseRemote({ page, reply }: { page: RollPage; reply: FormReply | undefined }) {
  const { rollDesk: text } = useWords().words;
  if (page.isPaperFixed) {
    return (
      <Notice title={text.chosen[page.choice]}>
        <p>{text.fixed}</p>
      </Notice>
    );
  }
  return (
    <Form reply={ofForm(reply, 'choose')} values={{ choice: page.choice }}>
      <Hidden name="intent" value="choose" />
      <Choices
        type="radio"
        name="choice"
        label={text.chooseTitle}
        choices={(['nobody', 'pass', 'pass-or-code'] as const).map((value) => ({
          value,
          label: text.choices[value],
          ...(value === 'nobody' && page.size > 0 ? { hint: text.chooseNobodyHint } : {}),
        }))}
      />
      <Button look={page.choice === 'nobody' ? 'first' : 'second'}>{text.choose}</Button>
    </Form>
  );
}

/** Many at once, pasted from a table. */
export function AddVoters({ reply }: { reply: FormReply | undefined }) {
  const { rollDesk: text } = useWords().words;
  return (
    <section>
      <h2>{text.addTitle}</h2>
      <Form reply={ofForm(reply, 'add')}>
        <Hidden name="intent" value="add" />
        <TextArea name="people" rows={8} label={text.paste} hint={text.pasteHint} />
        <Button>{text.add}</Button>
      </Form>
    </section>
  );
}

/** Everybody on the list, by address. */
export function Voters({ page }: { page: RollPage }) {
  const { words, language } = useWords();
  const { rollDesk: text } = words;
  const { call, voters, before, after, size, isClosed, mayInviteAgain } = page;
  if (size === 0) return <Empty title={text.nobody} />;
  return (
    <section>
      <h2>{say(language, text.onRoll, { count: size })}</h2>
      {!isClosed && size < 10 && <p>{text.tooFew}</p>}
      {isClosed && <p>{text.closed}</p>}
      {isClosed && (
        <p>{page.issued === null ? text.issuedLater : say(language, text.issued, { count: page.issued })}</p>
      )}
      <Table
        caption={text.title}
        quietCaption
        rows={voters}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'address',
            title: text.address,
            heading: true,
            cell: ({ address }) => <bdi dir="ltr">{address}</bdi>,
          },
          { key: 'name', title: text.name, cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'language', title: text.language, cell: (voter) => languageName(voter.language) },
          {
            key: 'change',
            title: text.change,
            cell: ({ id, address }) =>
              (!isClosed || mayInviteAgain) && (
                <form method="post">
                  <Hidden name="entryId" value={id} />
                  <Button look="link" name="intent" value={isClosed ? 'send-again' : 'take-off'}>
                    {say(language, isClosed ? text.sendAgain : text.takeOff, { name: address })}
                  </Button>
                </form>
              ),
          },
        ]}
      />
      <ListPages
        before={before && paths.staffRoll({ callId: call.id, before })}
        after={after && paths.staffRoll({ callId: call.id, after })}
        first={paths.staffRoll({ callId: call.id })}
      />
    </section>
  );
}
