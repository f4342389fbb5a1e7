import { type Column, Empty, Table, Tag, type Tone } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BoardMember } from '../queries/panel-board.server.ts';
import type { MemberState } from '../rules/composition.ts';

const TONES: Record<MemberState, Tone> = { invited: 'warn', accepted: 'good', declined: 'plain', left: 'plain' };

/** Who was asked, and how far each has come: never what anybody scored. */
export function MemberBoard(props: { members: readonly BoardMember[]; isScoring: boolean }) {
  const { words, language, number } = useWords();
  const { assessment } = words;
  const who: Column<BoardMember>[] = [
    {
      key: 'name',
      title: assessment.member,
      heading: true,
      cell: (member) => (
        <>
          <bdi>{member.name}</bdi> <span className="soft block">{assessment.kinds[member.kind]}</span>
          <bdi className="soft block address" dir="ltr">
            {member.email}
          </bdi>
        </>
      ),
    },
    {
      key: 'answer',
      title: assessment.answer,
      cell: (member) => (
        <>
          <Tag tone={TONES[member.state]}>{assessment.seats[member.state]}</Tag>
          {props.isScoring && member.state === 'accepted' && !member.hasDeclared && (
            <span className="soft block">{assessment.notDeclared}</span>
          )}
        </>
      ),
    },
  ];
  const counted = (key: 'assigned' | 'started' | 'submitted', title: string): Column<BoardMember> => ({
    key,
    title,
    numeric: true,
    cell: (member) => number(member[key]),
  });
  const progress: Column<BoardMember>[] = [
    counted('assigned', assessment.assigned),
    counted('started', assessment.started),
    counted('submitted', assessment.handedIn),
    {
      key: 'conflicts',
      title: assessment.keptAway,
      numeric: true,
      cell: (member) => (
        <>
          {number(member.conflicts)}
          {member.setAside > 0 && (
            <span className="soft block">{say(language, assessment.keptAwayLater, { count: member.setAside })}</span>
          )}
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="members">
      <h2 id="members">{assessment.membersTitle}</h2>
      {props.members.length === 0 ? (
        <Empty title={assessment.membersNone} />
      ) : (
        <Table
          caption={assessment.membersTitle}
          quietCaption
          rows={props.members}
          keyOf={(member) => member.memberId}
          columns={props.isScoring ? [...who, ...progress] : who}
        />
      )}
    </section>
  );
}
