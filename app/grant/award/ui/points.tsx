import { Facts, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RankedApplication } from '../rules/ranking.ts';

type Parts = Pick<
  RankedApplication,
  | 'meanMilli'
  | 'judges'
  | 'approvals'
  | 'panelPoints'
  | 'publicPoints'
  | 'points'
  | 'hasSupport'
  | 'tiedWith'
  | 'byRoom'
>;

/** Where the points of one application come from. */
export function Points({ ranked, ballots, asked }: { ranked: Parts; ballots: number; asked?: string }) {
  const { award } = useWords().words;
  return (
    <>
      <Facts
        facts={[
          asked !== undefined && [award.asked, asked],
          [award.panelMean, <Mean key="mean" ranked={ranked} />],
          ballots > 0 && [award.approvals, <Approvals key="approvals" ranked={ranked} ballots={ballots} />],
          [award.points, <PointParts key="points" ranked={ranked} ballots={ballots} />],
        ]}
      />
      {(!ranked.hasSupport || ranked.byRoom || ranked.tiedWith.length > 0) && (
        <p className="row">
          {ranked.byRoom && <Tag tone="good">{award.byRoom}</Tag>}
          {!ranked.hasSupport && <Tag tone="warn">{award.noSupport}</Tag>}
          {ranked.tiedWith.length > 0 && <Tag>{award.tied}</Tag>}
        </p>
      )}
    </>
  );
}

/** To read; where judges scored on the day, with how many of them. */
function Mean({ ranked: { meanMilli, judges } }: { ranked: Pick<Parts, 'meanMilli' | 'judges'> }) {
  const { words, language, number } = useWords();
  if (meanMilli === null) return <>{words.award.noMean}</>;
  const mean = number(meanMilli / 1000, 2);
  return <>{judges === undefined ? mean : say(language, words.award.pointsFrom, { mean, count: judges })}</>;
}

export function Approvals({ ranked, ballots }: { ranked: Pick<Parts, 'approvals'>; ballots: number }) {
  const { words, language } = useWords();
  return <>{say(language, words.award.approvalsOf, { approvals: ranked.approvals, ballots })}</>;
}

/** The sum, and its two parts where there are two. */
export function PointParts({ ranked, ballots }: { ranked: Parts; ballots: number }) {
  const { words, language } = useWords();
  if (ballots === 0) return <>{ranked.points}</>;
  const parts = { total: ranked.points, panel: ranked.panelPoints, public: ranked.publicPoints };
  return <>{say(language, words.award.pointsParts, parts)}</>;
}
