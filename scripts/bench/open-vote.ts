import { randomBytes } from 'node:crypto';
import { createPoll } from '#app/grant/pitch-day/ballot-box/create-poll.server.ts';
import { freezePoll } from '#app/grant/pitch-day/ballot-box/freeze-poll.server.ts';
import { addTokenHashes } from '#app/grant/pitch-day/ballot-box/issue-tokens.server.ts';
import { openBallotBox } from '#app/grant/pitch-day/ballot-box/open-ballot-box.server.ts';
import { openPoll } from '#app/grant/pitch-day/ballot-box/open-poll.server.ts';
import { writeBallotBody } from '#app/grant/pitch-day/rules/ballot-body.ts';
import { leafOf } from '#app/grant/pitch-day/rules/leaf.ts';
import { BALLOT_RANDOM_BYTES } from '#app/grant/pitch-day/rules/leaf-frame.ts';
import { makeToken, showToken, TOKEN_RANDOM_BYTES } from '#app/grant/pitch-day/rules/token.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { newId } from '#app/platform/ids.server.ts';

const OPTIONS = 20;

/** A poll that is open in a file of its own, and what devices would send to it. */
export type OpenVote = { readonly pollId: string; readonly ballots: readonly OpenBallot[] };

export type OpenBallot = { readonly token: string; readonly leaf: string; readonly r: string; readonly body: string };

/** An open poll with a token for every ballot that will be cast, and the ballots as devices would send them. */
export function openVote(file: string, many: number): OpenVote {
  const box = openBallotBox(file);
  const pollId = newId();
  const now = Date.now();
  const created = createPoll(
    box,
    {
      pollId,
      title: 'Bench',
      options: Array.from({ length: OPTIONS }, (_, place) => ({
        id: String(place + 1),
        title: `Pitch ${place + 1}`,
        costMinor: 0,
      })),
      rule: 'approval',
      seats: 3,
      budgetMinor: null,
      currency: 'GBP',
      maxChoices: 3,
      blankAllowed: true,
      opensAt: now - HOUR,
      closesAt: now + DAY,
      levels: ['A'],
      countedLevels: ['A'],
      tie: { rule: 'smaller-id' },
      assets: [],
    },
    randomBytes,
  );
  invariant(created.ok, 'the poll of the bench can be made');
  const { manifestHash } = created.value;
  const tokens = Array.from({ length: many }, () => makeToken(randomBytes(TOKEN_RANDOM_BYTES)));
  const hashes = tokens.map((token) => tokenHash(pollId, token));
  invariant(addTokenHashes(box, pollId, { level: 'A', batch: 'A-1', hashes }).ok, 'tokens can be issued');
  invariant(freezePoll(box, pollId).ok, 'a poll with tokens can be frozen');
  invariant(openPoll(box, pollId, now).ok, 'a frozen poll can be opened');
  box.connection.close();
  const promises = fromHex(manifestHash, 32);
  invariant(promises !== null, 'a manifest hash is 32 bytes');
  const ballots = tokens.map((token, place) => {
    const choices = [(place % OPTIONS) + 1];
    const body = writeBallotBody({ version: 1, pollId, manifestHash, level: 'A', choices });
    const r = randomBytes(BALLOT_RANDOM_BYTES);
    return {
      token: showToken(token),
      leaf: toHex(leafOf(pollId, promises, r, body)),
      r: toHex(r),
      body,
    };
  });
  return { pollId, ballots };
}
