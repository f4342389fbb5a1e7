import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Card, Notice, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { OthersPage } from '../queries/others-page.server.ts';

type Request = OthersPage['requests'][number];

/** What was asked of each other and how it stands; before it, drafts that are to become one. */
export function JoinRequests(props: { page: OthersPage; newId: Id; reply: FormReply | undefined }) {
  const text = useWords().words.matchMaking;
  const { page, reply } = props;
  const isAboutRequest = reply?.typed.requestId !== undefined && reply.typed.toId === undefined;
  return (
    <>
      {page.isOwner && page.merges.length > 0 && (
        <Notice tone="warn" title={text.mergesTitle}>
          {page.merges.map(({ id }) => (
            <p key={id}>
              <ButtonLink to={paths.applyMerge({ applicationId: page.id, mergeId: id })}>{text.mergeGo}</ButtonLink>
            </p>
          ))}
        </Notice>
      )}
      {page.requests.length > 0 && (
        <section aria-labelledby="requests">
          <h2 id="requests">{text.requestsTitle}</h2>
          {isAboutRequest && <ErrorSummary reply={reply} />}
          <ul className="grid">
            {page.requests.map((request) => (
              <Card as="li" key={request.id}>
                <About request={request} />
                {page.isOwner && request.answer === null && <Answer request={request} />}
                {page.isOwner && request.answer === 'accepted' && <Together request={request} newId={props.newId} />}
              </Card>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function About({ request }: { request: Request }) {
  const text = useWords().words.matchMaking;
  const { isMine, answer, other } = request;
  const state =
    answer === null ? text.states.waiting : answer === 'accepted' ? text.states.accepted : text.states.declined;
  return (
    <>
      <p className="row">
        <Tag tone={answer === 'accepted' ? 'good' : 'plain'}>
          {answer === 'declined' && !isMine ? text.declinedByMe : state}
        </Tag>
        <span className="soft">{isMine ? text.fromMe : text.toMe}</span>
      </p>
      <h3 dir="auto">{other.groupName === '' ? text.unnamed : other.groupName}</h3>
      <Written text={other.oneLine} lang={other.language} />
      <Written as="blockquote" text={request.message} />
    </>
  );
}

function Answer({ request }: { request: Request }) {
  const text = useWords().words.matchMaking;
  if (request.isMine) {
    return (
      <Form>
        <Hidden name="requestId" value={request.id} />
        <Button look="link" name="intent" value="take-back">
          {text.takeBack}
        </Button>
      </Form>
    );
  }
  return (
    <>
      <Form>
        <Hidden name="requestId" value={request.id} />
        <p>{text.acceptText}</p>
        <div className="row">
          <Button name="intent" value="accepted">
            {text.accept}
          </Button>
          <Button look="second" name="intent" value="declined">
            {text.decline}
          </Button>
        </div>
      </Form>
      <details>
        <summary>{text.block}</summary>
        <Form>
          <Hidden name="requestId" value={request.id} />
          <p>{text.blockText}</p>
          <Button look="danger" name="intent" value="blocked">
            {text.block}
          </Button>
        </Form>
      </details>
    </>
  );
}

function Together({ request, newId }: { request: Request; newId: Id }) {
  const { words, language } = useWords();
  const text = words.matchMaking;
  const name = request.other.ownerName ?? '';
  return (
    <>
      <p>{say(language, text.together, { name })}</p>
      <Form>
        <Hidden name="requestId" value={request.id} />
        <Hidden name="invitationId" value={newId} />
        <p className="soft">{text.togetherInviteText}</p>
        <Button look="second" name="intent" value="invite">
          {say(language, text.togetherInvite, { name })}
        </Button>
        {request.other.mayMerge && (
          <>
            <p className="soft">{text.offerMergeText}</p>
            <Button look="second" name="intent" value="merge">
              {text.offerMerge}
            </Button>
          </>
        )}
      </Form>
    </>
  );
}
