import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Card, Empty, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { OthersPage } from '../queries/others-page.server.ts';
import { JOIN_WORDS_MAX } from '../rules/joining-up.ts';

type Props = { page: OthersPage; newId: Id; reply: FormReply | undefined };

/** One line and a name each, closest first, with a question to ask; never a way to reach anybody. */
export function GroupsLikeUs({ page, newId, reply }: Props) {
  const text = useWords().words.matchMaking;
  if (page.consentSince === null || !page.isOpen) return null;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{text.groupsTitle}</h2>
      {page.groups.length === 0 ? (
        <Empty title={text.groupsNone} />
      ) : (
        <ul className="grid">
          {page.groups.map((group) => (
            <Card as="li" key={group.id}>
              <p>
                <Tag tone="brand">
                  {group.alike.theme && group.alike.city
                    ? text.alikeBoth
                    : group.alike.theme
                      ? text.alikeTheme
                      : text.alikeCity}
                </Tag>
              </p>
              <h3 dir="auto">{group.groupName === '' ? text.unnamed : group.groupName}</h3>
              <Written text={group.oneLine} lang={group.language} />
              {page.isOwner && (
                <Ask group={group} newId={newId} reply={reply?.typed.toId?.[0] === group.id ? reply : undefined} />
              )}
            </Card>
          ))}
        </ul>
      )}
    </section>
  );
}

function Ask(props: { group: OthersPage['groups'][number]; newId: Id; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const text = words.matchMaking;
  const { group, newId, reply } = props;
  const name = group.groupName === '' ? text.unnamed : group.groupName;
  return (
    <details open={reply !== undefined}>
      <summary>
        <span aria-hidden="true">{text.ask}</span>
        <span className="quiet">{say(language, text.askOf, { name })}</span>
      </summary>
      <Form reply={reply} part={group.id}>
        <Hidden name="requestId" value={newId} />
        <Hidden name="toId" value={group.id} />
        <TextArea
          name="message"
          rows={4}
          wordsMax={JOIN_WORDS_MAX}
          label={text.message}
          hint={say(language, text.messageHint, { max: JOIN_WORDS_MAX })}
        />
        <Button name="intent" value="ask">
          {text.send}
        </Button>
      </Form>
    </details>
  );
}
