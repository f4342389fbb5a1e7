import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import type { CastRefusal } from '../ballot-box/cast-ballot.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { pollStates } from '../ballot-box/turnout.server.ts';
import { readBallotCode } from '../rules/ballot-code.ts';
import type { Manifest } from '../rules/manifest.ts';
import { hasReached, type PollState } from '../rules/poll-state.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { eventsWithPoll, findEventOfPoll } from '../store.server.ts';
import { shownCards } from './shown-cards.server.ts';

/** What a voter is shown. */
export type Booth = {
  readonly pollId: Id;
  readonly eventId: Id;
  readonly title: string;
  readonly state: Exclude<PollState, 'draft'>;
  /** Open, and not past the closing time. */
  readonly takesBallots: boolean;
  readonly manifestHash: string;
  /** `choice` is what goes on the ballot: the option's position in the manifest. */
  readonly options: readonly {
    readonly choice: number;
    readonly title: string;
    /** What the group has said that everybody may see, in its words and their language; null for nothing. */
    readonly line: { readonly text: string; readonly language: string } | null;
  }[];
  readonly maxChoices: number;
  /** Whether choices are put in order, best first. */
  readonly isRanked: boolean;
  /** Whether everybody votes with a sheet of paper, handed out in the room (level A). */
  readonly isSheetsOnly: boolean;
  /** Whether the code of a letter may vote by itself (level B−). */
  readonly takesLetterCodes: boolean;
  /** Whether people on a closed list vote with passes (level B). */
  readonly takesPasses: boolean;
  /** Whether anybody may sign up by e-mail (level C), or take part in a straw poll (level D). */
  readonly takesSignUps: boolean;
  readonly takesStraws: boolean;
  readonly closesAt: Instant;
  readonly timeZone: string;
};

/** Null for an unknown poll and for a draft, which nobody needs to see. No actor is checked: a booth has none. */
export function boothOf(context: Pick<Context, 'db' | 'votes' | 'now'>, pollId: Id): Booth | null {
  const event = findEventOfPoll(context.db, pollId);
  const terms = termsOf(ballotBoxOf(context), pollId);
  if (event === null || terms === null || terms.state === 'draft') return null;
  const { manifest, state } = terms;
  const cards = shownCards(
    context,
    manifest.options.map((option) => option.id),
  );
  return {
    pollId,
    eventId: event.id,
    title: manifest.title,
    state,
    takesBallots: state === 'open' && context.now < manifest.closesAt,
    manifestHash: terms.ballotRules.manifestHash,
    options: manifest.options.map(({ id, title }, index) => {
      const card = cards.get(id);
      return { choice: index + 1, title, line: card ? { text: card.oneLine, language: card.language } : null };
    }),
    maxChoices: manifest.maxChoices,
    isRanked: terms.ballotRules.isRanked,
    isSheetsOnly: hasSheetsOnly(manifest),
    takesLetterCodes: manifest.levels.includes('B-'),
    takesPasses: terms.issuingKey !== null,
    takesSignUps: manifest.levels.includes('C'),
    takesStraws: manifest.levels.includes('D'),
    closesAt: manifest.closesAt,
    timeZone: callSummary(context, event.callId)?.timeZone ?? 'UTC',
  };
}

/** Whether everybody votes with a sheet of paper; so it is said of a vote that nobody knows. */
export function isSheetsOnly(context: Pick<Context, 'votes'>, pollId: string): boolean {
  const terms = termsOf(ballotBoxOf(context), pollId);
  return terms === null || hasSheetsOnly(terms.manifest);
}

function hasSheetsOnly({ levels }: Manifest): boolean {
  return levels.every((level) => level === 'A');
}

/** The votes a visitor of `/vote` may mean: announced or open, the next event first. */
export function currentVotes(context: Pick<Context, 'db' | 'votes'>): { pollId: Id; title: string }[] {
  const states = pollStates(ballotBoxOf(context));
  return eventsWithPoll(context.db).flatMap(({ pollId, title }) => {
    const state = pollId === null ? undefined : states.get(pollId);
    const isCurrent = state !== undefined && hasReached(state, 'frozen') && !hasReached(state, 'closed');
    return pollId !== null && isCurrent ? [{ pollId, title }] : [];
  });
}

/** Says early, before anybody confirms anything, whether a typed code can still vote. */
export function codeStanding(
  context: Pick<Context, 'votes'>,
  pollId: Id,
  typed: string,
): Outcome<'good', Extract<CastRefusal, 'unknown-token' | 'already-used' | 'void-token'>> {
  const code = readBallotCode(typed);
  if (code === null) return refused('unknown-token');
  const hash = Buffer.from(tokenHash(pollId, code.secret));
  const issued = ballotBoxOf(context).casting.findToken(pollId, hash);
  if (issued === null) return refused('unknown-token');
  if (issued.isSpent) return refused('already-used');
  return issued.isVoid ? refused('void-token') : done('good');
}
