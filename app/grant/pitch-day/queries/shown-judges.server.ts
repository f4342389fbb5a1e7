import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { judgedResult } from './judged-result.server.ts';

/** What the judges gave, as everybody may read it once the room has seen its result. */
export type ShownJudges =
  | { readonly source: 'sheets' }
  | {
      readonly source: 'judges';
      readonly judges: number;
      readonly participants: number;
      /** Whole percent, rounded down. */
      readonly sharePercent: number;
      readonly rows: readonly {
        readonly id: Id;
        readonly title: string;
        readonly meanMilli: number | null;
        readonly judges: number;
      }[];
    };

/**
 * What the judges gave, as the board prints it: plain data for a page. Null until judging is closed and the room has
 * seen its result, and where a call has no judges on the day. No actor is checked: it is public by then.
 *
 * @param options  as on the ballot paper, by application
 */
export function shownJudges(
  context: Pick<Context, 'db' | 'votes'>,
  callId: Id,
  options: readonly { readonly id: Id; readonly title: string }[],
): ShownJudges | null {
  const judged = judgedResult(context, callId);
  if (judged === null) return null;
  if (judged.source === 'sheets') return { source: judged.source };
  const { accepted: judges, participants, sharePercent } = judged.composition;
  return {
    source: judged.source,
    judges,
    participants,
    sharePercent,
    rows: options.map(({ id, title }) => {
      const { meanMilli = null, judges: count = 0 } = judged.byApplication.get(id) ?? {};
      return { id, title, meanMilli, judges: count };
    }),
  };
}
