import { Table, Tag } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import {
  FAIRNESS_DIMENSIONS,
  type FairnessDimension,
  type FairnessFigures,
  type FairnessGroup,
  standsOut,
} from '../rules/fairness.ts';

/** The mean score of each group with what is known of it, and whether chance would explain how it differs. */
export function FairnessTables({ figures }: { figures: FairnessFigures }) {
  const { panelFairness } = useWords().words;
  return (
    <>
      {FAIRNESS_DIMENSIONS.map((dimension) => (
        <section key={dimension}>
          <h2>{panelFairness.dimensions[dimension]}</h2>
          {figures[dimension].length < 2 ? (
            <p>{panelFairness.nothing}</p>
          ) : (
            <OneTable dimension={dimension} groups={figures[dimension]} />
          )}
        </section>
      ))}
    </>
  );
}

function OneTable({ dimension, groups }: { dimension: FairnessDimension; groups: readonly FairnessGroup[] }) {
  const { words, language, number } = useWords();
  const { panelFairness } = words;
  const names: Readonly<Record<string, string>> = panelFairness.groups;
  const range = ({ from, to }: { from: number; to: number }) =>
    say(language, panelFairness.range, { from: number(from, 2), to: number(to, 2) });
  return (
    <Table
      caption={panelFairness.dimensions[dimension]}
      quietCaption
      rows={groups}
      keyOf={(row) => row.group}
      columns={[
        {
          key: 'group',
          title: panelFairness.group,
          heading: true,
          cell: ({ group }) =>
            dimension === 'language' ? <bdi lang={group}>{languageName(group)}</bdi> : names[group],
        },
        {
          key: 'count',
          title: dimension === 'order' ? panelFairness.countSheets : panelFairness.count,
          numeric: true,
          cell: ({ count }) => number(count),
        },
        {
          key: 'mean',
          title: panelFairness.mean,
          numeric: true,
          cell: ({ mean, mean95 }) =>
            mean === null || mean95 === null ? (
              panelFairness.tooFew
            ) : (
              <>
                {number(mean, 2)}
                <span className="soft block">{range(mean95)}</span>
              </>
            ),
        },
        { key: 'apart', title: panelFairness.apart, cell: (row) => <Apart row={row} /> },
      ]}
    />
  );
}

function Apart({ row }: { row: FairnessGroup }) {
  const { words, language, number } = useWords();
  const { panelFairness } = words;
  const { difference, difference95 } = row;
  if (difference === null || difference95 === null) return panelFairness.tooFew;
  const beside = (apart: number) =>
    Number(apart.toFixed(2)) === 0
      ? panelFairness.same
      : say(language, apart > 0 ? panelFairness.more : panelFairness.less, { by: number(Math.abs(apart), 2) });
  return (
    <>
      <span className="block">{beside(difference)}</span>
      <span className="soft block">
        {say(language, panelFairness.range, { from: beside(difference95.from), to: beside(difference95.to) })}
      </span>
      <Tag tone={standsOut(row) ? 'warn' : 'plain'}>
        {standsOut(row) ? panelFairness.notChance : panelFairness.chance}
      </Tag>
    </>
  );
}
