import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { readBallotCode } from '../rules/ballot-code.ts';
import type { StockCode } from '../rules/stock-code.ts';
import { tokenHash } from '../rules/token-hash.ts';

/** The code of level D that a browser remembers; null when that is none of this vote. */
export function strawCodeIn(context: Pick<Context, 'votes'>, pollId: string, kept: string | null): StockCode | null {
  const code = readBallotCode(kept ?? '');
  if (code?.level !== 'D') return null;
  const token = ballotBoxOf(context).casting.findToken(pollId, Buffer.from(tokenHash(pollId, code.secret)));
  return token?.level === 'D' ? code.secret : null;
}
