import { wordsOf } from '#app/platform/messages.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { castPlainVote } from './commands/cast-plain-vote.server.ts';
import { handOutStraw } from './commands/hand-out-straw.server.ts';
import { signUpToVote } from './commands/sign-up-to-vote.server.ts';
import { type PitchEvening, pollIdOf } from './pitch-evening.testing.ts';
import { showBallotCode } from './rules/ballot-code.ts';

/** Every letter that went to an address, oldest first, as it was sent. */
export async function lettersTo({ world }: PitchEvening, address: string) {
  while ((await keepPromises(() => world.as(null), keepers)).kept > 0);
  const letters = world.db.select().from(message).all();
  return letters.filter(({ recipient }) => recipient === address).map((letter) => wordsOf(world, letter));
}

/** The codes of level C that went to an address, oldest first. */
export async function codesMailed(evening: PitchEvening, address: string): Promise<string[]> {
  const letters = await lettersTo(evening, address);
  return letters.flatMap(({ html }) => /\/vote\/[0-9a-z]{20}#([0-9A-Z]{6}(?:-[0-9A-Z]{6}){2})/.exec(html)?.[1] ?? []);
}

/** Signs an address up, reads its letter, and votes with what stands in it. */
export async function voteByMail(evening: PitchEvening, address: string, choices: readonly number[]) {
  const pollId = pollIdOf(evening);
  mustBe(signUpToVote(evening.world.as(null), pollId, address));
  const [code = ''] = await codesMailed(evening, address);
  return castWith(evening, code, choices);
}

/** Presses once in a fresh browser, and votes. */
export function voteByStraw(evening: PitchEvening, choices: readonly number[]) {
  const secret = mustBe(handOutStraw(evening.world.as(null), pollIdOf(evening), null));
  return castWith(evening, showBallotCode({ secret, level: 'D' }), choices);
}

/** Votes with a code as somebody without scripts types it. */
export function castWith(evening: PitchEvening, token: string, choices: readonly number[]) {
  const vote = {
    pollId: pollIdOf(evening),
    token,
    choices,
    serverRandom: '0'.repeat(32),
    words: [token, 'two'],
  } as const;
  return castPlainVote(evening.world.as(null), vote);
}
