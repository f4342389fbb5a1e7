import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { type Short, shortOf } from '../rules/short-of-readers.ts';
import { liveSheetsOf } from '../store/sheets.server.ts';
import { panelRule } from './panel-rule.server.ts';
import type { RunPanel } from './run-panel.server.ts';

/** So many applications that lack readers are named. */
const NAMED = 20;

export type ShortOfReaders = {
  readonly count: number;
  /** In order of reference; none that is hidden from whoever looks. */
  readonly named: readonly (Short & {
    readonly applicationId: Id;
    readonly reference: string;
    readonly title: string;
    readonly language: string;
  })[];
  /** How many sheets each application was promised. */
  readonly reviews: number;
  /** Names the list: what was seen is what scoring ends with. */
  readonly key: string;
};

/** Which applications would end scoring with fewer sheets, or fewer of participants, than was promised. The caller checks who asks. */
export function shortOfReaders(context: Context, run: RunPanel): ShortOfReaders {
  const { call, members } = run;
  const rule = panelRule(context.db, call.id);
  const participants = new Set(members.flatMap(({ id, kind }) => (kind === 'participant' ? [id] : [])));
  const handedIn = Map.groupBy(
    liveSheetsOf(context.db, call.id).filter(({ state }) => state === 'submitted'),
    ({ applicationId }) => applicationId,
  );
  const promised = { reviews: rule.reviews, shareMinPercent: call.participantShareMinPercent };
  const short = applicationsUnderReview(context, call.id).flatMap(({ id, reference, title, language }) => {
    const sheets = handedIn.get(id) ?? [];
    const byParticipants = sheets.filter(({ memberId }) => participants.has(memberId)).length;
    const lacks = shortOf({ sheets: sheets.length, byParticipants }, promised);
    return lacks === null ? [] : [{ applicationId: id, reference, title, language, ...lacks }];
  });
  const hidden = hiddenFromMe(
    context,
    short.map(({ applicationId }) => applicationId),
  );
  return {
    count: short.length,
    named: short.filter(({ applicationId }) => !hidden.has(applicationId)).slice(0, NAMED),
    reviews: rule.reviews,
    key: sha256Hex(JSON.stringify(short.map((row) => [row.applicationId, row.missing, row.isBelowShare]))),
  };
}
