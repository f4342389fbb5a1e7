import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import type { PanelPlace } from '../rules/panel-order.ts';
import type { RankedReviewer } from '../rules/ranking/rank-by.ts';
import { maySeeRanking } from '../rules/visibility.ts';
import { type RankedPanel, rankedPanel } from './ranked-panel.server.ts';
import { weighPanel } from './run-panel.server.ts';

export type RankingRow = PanelPlace & {
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly groupName: string;
};

export type RankingDesk = Pick<RankedPanel, 'rule' | 'standing' | 'key' | 'ranAt'> & {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  /** The best of them, as many as were asked for. */
  readonly rows: readonly RankingRow[];
  readonly counts: { readonly all: number; readonly unscored: number } & Readonly<
    Record<'above' | 'reaches' | 'below', number>
  >;
  /** How many of those that the scores cannot tell apart are still to be chosen. */
  readonly toChoose: number;
  readonly notComparable: NonNullable<RankedPanel['ranking']>['notComparable'];
  readonly convergence: NonNullable<RankedPanel['ranking']>['convergence'];
  /** The strictest first. */
  readonly reviewers: readonly (RankedReviewer & { readonly name: string })[];
};

/** The ranking with all that says how sure it is; null unless she may weigh the panel, after the close. */
export function rankingDesk(context: Context, callId: Id, shown: number): RankingDesk | null {
  const run = weighPanel(context, callId);
  if (run === null || !maySeeRanking(run.state)) return null;
  const ranked = rankedPanel(context, callId);
  if (ranked === null) return null;
  const { ranking, places, rule, standing, key, ranAt } = ranked;
  const first = places.slice(0, shown);
  const heads = applicationHeads(
    context,
    first.map(({ applicationId }) => applicationId),
  );
  const members = new Map(run.members.map((member) => [member.id, member.personId]));
  const people = peopleById(context, [...members.values()]);
  const counted = (group: PanelPlace['group']) =>
    places.filter((place) => place.rank !== null && place.group === group).length;
  const { id, title, timeZone } = run.call;
  return {
    call: { id, title, timeZone },
    rule,
    standing,
    key,
    ranAt,
    rows: first.flatMap((place) => {
      const head = heads.get(place.applicationId);
      if (head === undefined) return [];
      const { reference, title: name, language, groupName } = head;
      return [{ ...place, reference, title: name, language, groupName }];
    }),
    counts: {
      all: places.length,
      unscored: places.filter(({ rank }) => rank === null).length,
      above: counted('above'),
      reaches: counted('reaches'),
      below: counted('below'),
    },
    toChoose: ranking?.toChoose ?? 0,
    notComparable: ranking?.notComparable ?? [],
    convergence: ranking?.convergence ?? null,
    reviewers: (ranking?.reviewers ?? [])
      .map((reviewer) => ({ ...reviewer, name: people.get(members.get(reviewer.reviewer) ?? '')?.name ?? '' }))
      .toSorted((one, other) => (one.severity ?? 0) - (other.severity ?? 0)),
  };
}
