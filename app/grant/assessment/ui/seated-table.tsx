import { type Column, Empty, Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { SeatedPerson } from '../queries/panel-people.server.ts';
import { PRACTICE_EXAMPLES } from '../rules/practice.ts';
import { durationInWords } from './duration.ts';
import { LanguagesRead } from './languages-read.tsx';

/** What those who sit on the panel said they read, give and need. */
export function SeatedTable({ seated }: { seated: readonly SeatedPerson[] }) {
  const ways = useWords();
  const { words, language, list } = ways;
  const { panelPeopleDesk: desk, assessment } = words;
  const title = say(language, desk.seatedTitle, { count: seated.length });
  const columns: Column<SeatedPerson>[] = [
    {
      key: 'name',
      title: assessment.member,
      heading: true,
      cell: (member) => (
        <>
          <bdi>{member.name}</bdi> <span className="soft block">{assessment.kinds[member.kind]}</span>
        </>
      ),
    },
    {
      key: 'reads',
      title: desk.reads,
      cell: (member) =>
        member.isAgreed ? <LanguagesRead tags={member.reads} /> : <Tag tone="warn">{desk.termsMissing}</Tag>,
    },
    {
      key: 'time',
      title: desk.time,
      cell: (member) =>
        say(language, desk.timeValue, {
          all: durationInWords(ways, member.minutesMax),
          day: durationInWords(ways, member.minutesPerDay),
        }),
    },
    { key: 'pay', title: desk.pay, narrow: true, cell: (member) => desk.payWays[member.payChoice] },
    {
      key: 'needs',
      title: desk.needs,
      cell: (member) => {
        const needs = [
          ...(member.needsChildcare ? [desk.needsChildcare] : []),
          ...(member.needsTravel ? [desk.needsTravel] : []),
        ];
        return needs.length === 0 ? desk.needsNothing : list(needs);
      },
    },
  ];
  columns.push({
    key: 'practice',
    title: desk.practice,
    cell: (member) =>
      member.practised < PRACTICE_EXAMPLES.length ? (
        say(language, desk.practicePart, { done: member.practised, all: PRACTICE_EXAMPLES.length })
      ) : (
        <>
          {desk.practiceDone} <span className="soft block">{desk.severity[member.tendency]}</span>
        </>
      ),
  });
  return (
    <section aria-labelledby="seated">
      <h2 id="seated">{title}</h2>
      {seated.length === 0 ? (
        <Empty title={desk.seatedNone} />
      ) : (
        <>
          <p className="soft">{desk.severityHint}</p>
          <Table caption={title} quietCaption rows={seated} keyOf={(member) => member.memberId} columns={columns} />
        </>
      )}
    </section>
  );
}
