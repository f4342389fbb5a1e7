import { Card, Empty, Notice, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MeetingDesk } from '../queries/meeting-desk.server.ts';
import { EnterVotes } from './enter-votes.tsx';
import { MarkAttendance, Press } from './press.tsx';
import { Tabled } from './tabled.tsx';

type Open = NonNullable<MeetingDesk['open']>;
type Item = NonNullable<Open['item']>;

/** What is on the table, and the buttons that change it. */
export function ChairsTable({ open, call }: { open: Open; call: MeetingDesk['call'] }) {
  const { words, language } = useWords();
  const { meetingDesk } = words;
  const { item, next } = open;
  const seen = item?.applicationId ?? null;
  const isFirst = item === null && open.counts.done === 0;
  return (
    <>
      {item === null ? (
        <Empty title={meetingDesk.nothing}>
          <p>{next === null ? meetingDesk.allDone : meetingDesk.nothingText}</p>
        </Empty>
      ) : (
        <Card as="section">
          <Tabled item={item} currency={call.currency}>
            <Figures item={item} />
          </Tabled>
        </Card>
      )}
      <div className="row">
        {next !== null && (
          <Press press="next" seen={seen} look="first" big>
            {say(language, isFirst ? meetingDesk.first : meetingDesk.next, { title: next.title })}
          </Press>
        )}
        {item !== null && (
          <>
            <Press press="clear" seen={seen}>
              {meetingDesk.clear}
            </Press>
            <Press press="leave-out" seen={seen} applicationId={item.applicationId}>
              {meetingDesk.leaveOut}
            </Press>
          </>
        )}
      </div>
      {item !== null && next === null && <p>{meetingDesk.allDone}</p>}
    </>
  );
}

function Figures({ item }: { item: Item }) {
  const { words, language, number } = useWords();
  const { meetingDesk } = words;
  const { meanMilli, spreadMilli, sheets } = item.score;
  const mean = meanMilli === null ? '' : number(meanMilli / 1000, 2);
  return (
    <>
      <p>
        <strong>
          {meanMilli === null
            ? meetingDesk.noMean
            : spreadMilli === null
              ? say(language, meetingDesk.mean, { mean })
              : say(language, meetingDesk.meanSpread, { mean, spread: number(spreadMilli / 1000, 2), sheets })}
        </strong>
      </p>
      {item.views.length > 0 && (
        <>
          <h3>{meetingDesk.viewsTitle}</h3>
          <ul>
            {item.views.map(({ criterionId, name, lowest, highest, isFar }) => (
              <li key={criterionId}>
                {say(language, meetingDesk.view, { criterion: name, lowest, highest })}{' '}
                {isFar && <Tag tone="warn">{meetingDesk.viewFar}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
      {item.sheets.length > 0 && (
        <details id="sheets">
          <summary>{meetingDesk.sheetsTitle}</summary>
          {item.sheets.map((sheet) => (
            <div key={sheet.memberId}>
              <h3>
                {say(language, meetingDesk.sheet, {
                  name: sheet.name,
                  mean: sheet.meanMilli === null ? meetingDesk.sheetNone : number(sheet.meanMilli / 1000, 2),
                })}
              </h3>
              <Written text={say(language, meetingDesk.strength, { text: sheet.strength })} />
              <Written text={say(language, meetingDesk.concern, { text: sheet.concern })} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** By name, and only here: who must leave before the panel begins, and who is outside. */
export function MustLeave({ open }: { open: Open }) {
  const { words, language } = useWords();
  const { meetingDesk } = words;
  if (open.item === null) return null;
  const tied = open.attendees.filter(({ isHere, standing }) => isHere && standing === 'must-leave');
  const leaving = tied.filter(({ leftAt }) => leftAt === null);
  const outside = tied.filter(({ leftAt }) => leftAt !== null);
  const speaking = open.attendees.filter(({ isHere, standing }) => isHere && standing === 'speaks-only');
  return (
    <>
      {leaving.length > 0 && (
        <Notice tone="warn" title={meetingDesk.leaveTitle}>
          <p>{meetingDesk.leaveLead}</p>
          <ul className="tasks">
            {leaving.map(({ memberId, name }) => (
              <li key={memberId}>
                <strong>{say(language, meetingDesk.leaveNow, { name })}</strong>
                <MarkAttendance memberId={memberId} attendance="out">
                  {say(language, meetingDesk.hasLeft, { name })}
                </MarkAttendance>
              </li>
            ))}
          </ul>
          <p className="soft">{meetingDesk.leaveUndeclared}</p>
        </Notice>
      )}
      {outside.length + speaking.length > 0 && (
        <ul>
          {outside.map(({ memberId, name }) => (
            <li key={memberId}>{say(language, meetingDesk.isOut, { name })}</li>
          ))}
          {speaking.map(({ memberId, name }) => (
            <li key={memberId}>{say(language, meetingDesk.speaksOnly, { name })}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Whether those who are here and free of ties may decide, how many have voted, and how once all of them have. */
export function QuorumAndVotes({ open }: { open: Open }) {
  const { words, language } = useWords();
  const { meetingDesk } = words;
  const { quorum, voting } = open;
  const { composition } = quorum;
  const { count } = voting;
  return (
    <>
      <Notice tone={quorum.isMet ? 'good' : 'warn'} title={meetingDesk.quorumTitle}>
        {quorum.isMet ? (
          <p>{say(language, meetingDesk.quorumMet, { free: quorum.free, share: composition.sharePercent })}</p>
        ) : (
          <>
            <p>
              <strong>{meetingDesk.quorumNotMet}</strong>
            </p>
            <p>{say(language, meetingDesk.quorumNumber, { free: quorum.free, needed: quorum.needed })}</p>
            {!composition.isMet && (
              <p>
                {say(language, meetingDesk.quorumShare, {
                  share: composition.sharePercent,
                  min: composition.shareMinPercent,
                })}
              </p>
            )}
          </>
        )}
      </Notice>
      {open.item !== null && (
        <section aria-labelledby="votes">
          <h2 id="votes">{meetingDesk.votesTitle}</h2>
          <p role="status">
            {say(language, meetingDesk.voteCount, { cast: voting.cast, all: voting.mayVote })}{' '}
            {count !== null &&
              say(language, meetingDesk.voteResult, { yes: count.for, no: count.against, abstain: count.abstain })}{' '}
            {voting.first !== null &&
              say(language, meetingDesk.voteFirst, {
                yes: voting.first.for,
                no: voting.first.against,
                abstain: voting.first.abstain,
              })}
          </p>
          {voting.entered > 0 && <p>{say(language, meetingDesk.voteEntered, { count: voting.entered })}</p>}
          {voting.markedGone > 0 && (
            <Notice tone="warn">{say(language, meetingDesk.voteMarkedGone, { count: voting.markedGone })}</Notice>
          )}
          <EnterVotes open={open} />
        </section>
      )}
    </>
  );
}
