import { Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MeetingRecordPage, RecordedItem } from '../queries/meeting-record.server.ts';

type Meeting = MeetingRecordPage['meetings'][number];

/** One meeting, from who was there to what was said, in the order in which it happened. */
export function RecordedMeeting({ meeting, timeZone }: { meeting: Meeting; timeZone: string }) {
  const { words, language, dateTime, date, time } = useWords();
  const { meetingDesk, assessment } = words;
  const at = (moment: number) => time(moment, timeZone);
  return (
    <section>
      <h2>{say(language, meetingDesk.recordMeeting, { when: date(meeting.openedAt, timeZone) })}</h2>
      <p>
        {meeting.endedAt === null
          ? meetingDesk.recordOpen
          : say(language, meetingDesk.recordTimes, {
              name: meeting.openedBy,
              when: dateTime(meeting.endedAt, timeZone),
            })}
      </p>
      <h3>{meetingDesk.recordPresent}</h3>
      <ul>
        {meeting.stays.map(({ name, kind, cameAt, wentAt }) => (
          <li key={`${name} ${cameAt}`}>
            {wentAt === null
              ? say(language, meetingDesk.recordStayOpen, { name, kind: assessment.kinds[kind], from: at(cameAt) })
              : say(language, meetingDesk.recordStay, {
                  name,
                  kind: assessment.kinds[kind],
                  from: at(cameAt),
                  to: at(wentAt),
                })}
          </li>
        ))}
      </ul>
      <h3>{meetingDesk.recordItems}</h3>
      {meeting.items.length === 0 && <p>{meetingDesk.recordNothing}</p>}
      {meeting.notDiscussed > 0 && <p>{say(language, meetingDesk.recordLeftOut, { count: meeting.notDiscussed })}</p>}
      <div className="stack">
        {meeting.items.map((item) => (
          <RecordedTable key={item.applicationId} item={item} at={at} />
        ))}
      </div>
    </section>
  );
}

function RecordedTable({ item, at }: { item: RecordedItem; at: (moment: number) => string }) {
  const { words, language } = useWords();
  const { meetingDesk } = words;
  const { votes, firstVotes, quorum } = item;
  const score = (value: number | null) => (value === null ? meetingDesk.recordCannot : String(value));
  return (
    <article className="card">
      <p className="overline">{item.reference}</p>
      <h4 dir="auto" lang={item.language}>
        {item.title}
      </h4>
      <ul>
        {quorum !== null && (
          <li>
            {say(language, quorum.isMet ? meetingDesk.recordQuorumMet : meetingDesk.recordQuorumNot, {
              free: quorum.free,
              needed: quorum.needed,
              share: quorum.composition.sharePercent,
            })}
          </li>
        )}
        <li>
          {votes === null
            ? meetingDesk.recordVotesLater
            : votes.for + votes.against + votes.abstain === 0
              ? meetingDesk.recordNoVotes
              : say(language, meetingDesk.recordVotes, { yes: votes.for, no: votes.against, abstain: votes.abstain })}
        </li>
        {firstVotes !== null && (
          <li>
            {say(language, meetingDesk.recordFirst, {
              yes: firstVotes.for,
              no: firstVotes.against,
              abstain: firstVotes.abstain,
            })}
          </li>
        )}
        {item.unheard.map(({ name, wasMarkedGone }) => (
          <li key={name}>
            {say(language, wasMarkedGone ? meetingDesk.recordMarkedGone : meetingDesk.recordUnheard, { name })}
          </li>
        ))}
        {item.entered.map(({ name, by }) => (
          <li key={name}>{say(language, meetingDesk.recordEntered, { name, chair: by })}</li>
        ))}
        {votes !== null && votes.setAside > 0 && (
          <li>{say(language, meetingDesk.recordSetAside, { count: votes.setAside })}</li>
        )}
        {item.away.map(({ name, askedAt, leftAt }) => (
          <li key={name}>
            {leftAt === null
              ? say(language, meetingDesk.recordAwayNot, { name, asked: at(askedAt) })
              : say(language, meetingDesk.recordAway, { name, asked: at(askedAt), left: at(leftAt) })}
          </li>
        ))}
        {item.changes.map((change, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record is in its order for ever
          <li key={place}>
            {say(language, meetingDesk.recordChanged, {
              name: change.name,
              criterion: change.criterion,
              before: score(change.before),
              after: score(change.after),
              when: at(change.changedAt),
            })}
          </li>
        ))}
      </ul>
      {item.notes !== '' && (
        <>
          <p className="label">{meetingDesk.recordNotesTitle}</p>
          <Written text={item.notes} />
        </>
      )}
    </article>
  );
}
