import type { BallotBody } from '#app/grant/pitch-day/rules/ballot-body.ts';
import type { Board } from '#app/grant/pitch-day/rules/board.ts';
import { isRankedRule } from '#app/grant/pitch-day/rules/manifest.ts';
import { promisedTieBreak } from '#app/grant/pitch-day/rules/tie-break.ts';
import { fraction } from '#app/kernel/fraction.ts';
import { fromHex } from '#app/kernel/hex.ts';
import { currencyExponent, isCurrency } from '#app/kernel/money.ts';
import type { BallotFile } from './ballot-file.ts';
import { must, UnreadableFile } from './ballot-file.ts';

/**
 * Reads the ballots of a published board, those of the levels that decide. It counts and does not check: that is what
 * `npm run recount` is for.
 *
 * @throws UnreadableFile
 */
export function readBoardFile(text: string): BallotFile {
  const board = parseBoard(text);
  const { manifest, revealed, checkpoints } = board;
  must(revealed, null, 'The choices of this vote are not revealed yet.');
  const levels = new Set<string>(manifest.countedLevels);
  const ballots = revealed.ballots
    .map(({ body }) => JSON.parse(body) as BallotBody)
    .filter(({ level }) => levels.has(level))
    .map(({ choices }) => ({ weight: 1, choices: choices.map((choice) => choice - 1), points: null }));
  const isKnown = ballots.every(({ choices }) => choices.every((choice) => manifest.options[choice] !== undefined));
  must(isKnown, null, 'A ballot on this board chooses something that is not on the ballot paper.');
  const { currency, incrementMinor } = manifest;
  must(isCurrency(currency), null, 'The money of this board is in a currency that is not known here.');
  const amount = (minor: number) => fraction(minor, 10 ** currencyExponent(currency));
  const root = fromHex(checkpoints.at(-1)?.root ?? '', 32);
  must(root, null, 'The last checkpoint of this board has no root.');
  return {
    profile: {
      kind: isRankedRule(manifest.rule) ? 'ranking' : manifest.maxChoices === 1 ? 'choose-one' : 'approval',
      options: manifest.options.map(({ id, title, costMinor }) => ({
        id,
        name: title,
        cost: amount(costMinor),
      })),
      ballots,
      pointScale: 1,
      budget: manifest.budgetMinor === null ? null : amount(manifest.budgetMinor),
      seats: manifest.seats,
    },
    tieBreak: promisedTieBreak(manifest, root, revealed.randomness) ?? notThrownYet,
    tieRule: manifest.tie.rule === 'smaller-id' ? 'smaller-id' : 'public-throw',
    maxChoices: manifest.maxChoices,
    ...(incrementMinor === undefined ? {} : { increment: amount(incrementMinor) }),
  };
}

function parseBoard(text: string): Board {
  try {
    const board: Board = JSON.parse(text);
    if (board.format === 'common-pot/board/1') return board;
  } catch {
    // Said below.
  }
  throw new UnreadableFile(null, 'This is no board: its format should be "common-pot/board/1".');
}

function notThrownYet(): never {
  throw new UnreadableFile(null, 'Two options are equal, and the throw that decides between them is not recorded yet.');
}
