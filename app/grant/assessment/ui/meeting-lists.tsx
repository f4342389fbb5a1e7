import { paths } from '#app/paths.ts';
import { Table, Tag, type Tone } from '#app/ui/pieces.tsx';
import { ShowMore } from '#app/ui/show-more.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { AgendaRow, MeetingDesk } from '../queries/meeting-desk.server.ts';
import type { ItemState } from '../rules/meeting-agenda.ts';
import { MarkAttendance, Press } from './press.tsx';

type Open = NonNullable<MeetingDesk['open']>;

/** Every seat of the panel, and who of them is in the room. */
export function MeetingRoom({ open }: { open: Open }) {
  const { words, language } = useWords();
  const { assessment, meetingDesk } = words;
  const here = open.attendees.filter(({ isHere }) => isHere).length;
  const isOnTable = open.item !== null;
  return (
    <section aria-labelledby="room">
      <h2 id="room">{meetingDesk.roomTitle}</h2>
      <Table
        caption={say(language, meetingDesk.roomCount, { count: here })}
        rows={open.attendees}
        keyOf={({ memberId }) => memberId}
        columns={[
          {
            key: 'name',
            title: meetingDesk.person,
            heading: true,
            cell: ({ name, kind }) => (
              <>
                <bdi>{name}</bdi> <span className="soft block">{assessment.kinds[kind]}</span>
              </>
            ),
          },
          {
            key: 'state',
            title: meetingDesk.state,
            cell: ({ isHere, standing, leftAt, hasVoted, isEntered }) => (
              <span className="row tags">
                <Tag tone={isHere ? 'good' : 'plain'}>{isHere ? meetingDesk.isHere : meetingDesk.notHere}</Tag>
                {isHere && isOnTable && standing === 'must-leave' && (
                  <Tag tone="warn">{leftAt === null ? meetingDesk.tieTag : meetingDesk.out}</Tag>
                )}
                {isHere && isOnTable && standing === 'speaks-only' && <Tag tone="warn">{meetingDesk.speaksTag}</Tag>}
                {isOnTable && hasVoted && (
                  <Tag tone="brand">{isEntered ? meetingDesk.votedAloud : meetingDesk.voted}</Tag>
                )}
              </span>
            ),
          },
          {
            key: 'press',
            title: meetingDesk.agendaPress,
            quietTitle: true,
            cell: ({ memberId, name, isHere }) =>
              isHere ? (
                <MarkAttendance
                  memberId={memberId}
                  attendance="gone"
                  look="link"
                  label={say(language, meetingDesk.markGoneFor, { name })}
                >
                  {meetingDesk.markGone}
                </MarkAttendance>
              ) : (
                <MarkAttendance
                  memberId={memberId}
                  attendance="here"
                  look="second"
                  label={say(language, meetingDesk.markHereFor, { name })}
                >
                  {meetingDesk.markHere}
                </MarkAttendance>
              ),
          },
        ]}
      />
    </section>
  );
}

const TONES: Record<ItemState, Tone> = { waiting: 'plain', now: 'brand', done: 'good', 'left-out': 'plain' };

/** Everything to talk about, the greatest disagreement first; anything can be called out of turn. */
export function MeetingAgenda(props: { open: Open; callId: string; shown: number }) {
  const { words, language, number } = useWords();
  const { meetingDesk } = words;
  const { counts, agenda, item } = props.open;
  const figure = (milli: number | null) => (milli === null ? meetingDesk.noFigure : number(milli / 1000, 2));
  const all = counts.waiting + counts.now + counts.done + counts['left-out'];
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{meetingDesk.agendaTitle}</h2>
      <Table
        caption={say(language, meetingDesk.agendaCaption, {
          waiting: counts.waiting,
          done: counts.done,
          out: counts['left-out'],
        })}
        rows={agenda}
        keyOf={({ applicationId }) => applicationId}
        columns={[
          {
            key: 'title',
            title: meetingDesk.agendaApplication,
            heading: true,
            cell: (row) => (
              <>
                <bdi lang={row.language}>{row.isStanding ? row.title : meetingDesk.takenBackTitle}</bdi>{' '}
                <span className="soft block">{row.reference}</span>
              </>
            ),
          },
          {
            key: 'spread',
            title: meetingDesk.agendaSpread,
            numeric: true,
            cell: (row) => figure(row.spreadMilli),
          },
          { key: 'mean', title: meetingDesk.agendaScore, numeric: true, cell: (row) => figure(row.meanMilli) },
          {
            key: 'state',
            title: meetingDesk.agendaState,
            cell: (row) =>
              row.isStanding ? (
                <Tag tone={TONES[row.state]}>{meetingDesk.states[row.state]}</Tag>
              ) : (
                <Tag tone="warn">{meetingDesk.takenBack}</Tag>
              ),
          },
          {
            key: 'press',
            title: meetingDesk.agendaPress,
            quietTitle: true,
            cell: (row) => row.isStanding && <RowPresses row={row} seen={item?.applicationId ?? null} />,
          },
        ]}
      />
      <ShowMore
        later={all - agenda.length}
        to={paths.staffMeeting({ callId: props.callId, shown: String(props.shown + agenda.length) })}
      />
    </section>
  );
}

function RowPresses({ row, seen }: { row: AgendaRow; seen: string | null }) {
  const { meetingDesk } = useWords().words;
  const { applicationId, state } = row;
  if (state === 'now') return null;
  return (
    <span className="row">
      <Press press="call" seen={seen} applicationId={applicationId}>
        {state === 'done' ? meetingDesk.callAgain : meetingDesk.call}
      </Press>
      {state === 'waiting' && (
        <Press press="leave-out" seen={seen} applicationId={applicationId}>
          {meetingDesk.leaveOut}
        </Press>
      )}
      {state === 'left-out' && (
        <Press press="bring-back" seen={seen} applicationId={applicationId}>
          {meetingDesk.bringBack}
        </Press>
      )}
    </span>
  );
}
