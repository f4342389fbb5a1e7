import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Card, Notice, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MeetingSeat, OnMyTable } from '../queries/meeting-seat.server.ts';
import { VOTES } from '../rules/meeting-votes.ts';
import { Tabled } from './tabled.tsx';

type Shown = Extract<OnMyTable, { kind: 'item' }>;

/** For somebody who must not hear what is said: where to go, and nothing of why. */
export function AwayFromTable({ table, callId }: { table: Extract<OnMyTable, { kind: 'away' }>; callId: string }) {
  const { panelMeeting } = useWords().words;
  if (table.hasLeft)
    return (
      <Notice tone="good" title={panelMeeting.awayDone}>
        <p>{panelMeeting.awayDoneText}</p>
      </Notice>
    );
  return (
    <Notice tone="warn" title={panelMeeting.awayTitle}>
      <p>{panelMeeting.awayText}</p>
      <form method="post" data-once>
        <Button big name="intent" value="out">
          {panelMeeting.awayButton}
        </Button>
      </form>
      <p>{panelMeeting.awayUndeclared}</p>
      <p>
        <ButtonLink to={paths.panelConflicts({ callId })} look="second">
          {panelMeeting.awayDeclare}
        </ButtonLink>
      </p>
    </Notice>
  );
}

/** What is on the table, for a member who may speak to it. */
export function ItemOnTable({ table, call }: { table: Shown; call: MeetingSeat['call'] }) {
  const { words, language, list, number } = useWords();
  const { panelMeeting } = words;
  const { item, score } = table;
  return (
    <Card as="section">
      <Tabled item={item} currency={call.currency}>
        {table.isReadable && (
          <p>
            <a href={paths.panelApplication({ applicationId: item.applicationId })}>{panelMeeting.readAll}</a>
          </p>
        )}
        {table.apart.length > 0 && (
          <p>
            <strong>{say(language, panelMeeting.apart, { criteria: list(table.apart) })}</strong>
          </p>
        )}
        {score !== null && score.meanMilli !== null && (
          <p>
            {say(language, panelMeeting.scoreNow, { mean: number(score.meanMilli / 1000, 2) })}{' '}
            {score.spreadMilli !== null &&
              say(language, panelMeeting.scoreSpread, { spread: number(score.spreadMilli / 1000, 2) })}
          </p>
        )}
        {!table.mayVote && <Notice tone="warn">{panelMeeting.softTie}</Notice>}
      </Tabled>
    </Card>
  );
}

/** Three buttons, and how far the vote has come. The result shows when everybody who may has voted. */
export function VoteOnTable({ table }: { table: Shown }) {
  const { words, language } = useWords();
  const { panelMeeting } = words;
  const { voting, quorum, myVote } = table;
  const { composition } = quorum;
  const { count } = voting;
  return (
    <section aria-labelledby="vote">
      <h2 id="vote">{panelMeeting.voteTitle}</h2>
      {table.mayVote && quorum.isMet && (
        <>
          <p>{panelMeeting.voteLead}</p>
          <form method="post" data-once>
            <Hidden name="applicationId" value={table.item.applicationId} />
            <Hidden name="intent" value="vote" />
            <div className="vote-row">
              {VOTES.map((vote) => (
                <button
                  key={vote}
                  id={`vote-${vote}`}
                  type="submit"
                  className={`button big${myVote === vote ? '' : ' second'}`}
                  name="vote"
                  value={vote}
                  aria-pressed={myVote === vote}
                >
                  {panelMeeting.votes[vote]}
                </button>
              ))}
            </div>
          </form>
          {myVote !== null && (
            <p>
              <Tag tone="good">{say(language, panelMeeting.voted, { vote: panelMeeting.votes[myVote] })}</Tag>
            </p>
          )}
          {table.isEntered && <p>{panelMeeting.votedAloud}</p>}
        </>
      )}
      {!quorum.isMet && (
        <Notice tone="warn">
          <p>{panelMeeting.noQuorum}</p>
          {quorum.free < quorum.needed && (
            <p>{say(language, panelMeeting.noQuorumNumber, { free: quorum.free, needed: quorum.needed })}</p>
          )}
          {!composition.isMet && (
            <p>
              {say(language, panelMeeting.noQuorumShare, {
                min: composition.shareMinPercent,
                share: composition.sharePercent,
              })}
            </p>
          )}
        </Notice>
      )}
      {voting.entered > 0 && <p>{say(language, panelMeeting.voteEntered, { count: voting.entered })}</p>}
      {voting.mayVote > 0 && (
        <p role="status">
          {say(language, panelMeeting.voteCount, { cast: voting.cast, all: voting.mayVote })}{' '}
          {count === null
            ? quorum.isMet && panelMeeting.voteWait
            : say(language, panelMeeting.voteResult, {
                yes: count.for,
                no: count.against,
                abstain: count.abstain,
              })}{' '}
          {voting.first !== null &&
            say(language, panelMeeting.voteFirst, {
              yes: voting.first.for,
              no: voting.first.against,
              abstain: voting.first.abstain,
            })}
        </p>
      )}
    </section>
  );
}
