import { fromHex } from '#app/kernel/hex.ts';
import { isId } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, isCurrency, isMinor, type Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { taggedHash } from '#app/kernel/tagged-hash.ts';
import { BALLOT_BODY_BYTES_MAX, writeBallotBody } from './ballot-body.ts';
import { canonicalJson } from './canonical-json.ts';
import { isLevel, type Level, mayDecide } from './level.ts';
import { isIssuingKey, PASS_LEVEL } from './pass.ts';

export type PollOption = { readonly id: string; readonly title: string; readonly costMinor: Minor };

/**
 * How ties end. `smaller-id`: the id that comes first by code unit. `public-randomness`: a value nobody
 * knows before the close, from the named source, mixed with the final root.
 */
export type TieRule = { readonly rule: 'smaller-id' } | { readonly rule: 'public-randomness'; readonly source: string };

/**
 * `approval`: the options with most approvals take the seats. `greedy_cost`: in that order while money lasts.
 * `mes_cost_add1`: the Method of Equal Shares; the voters share out the budget in proportion.
 * `scottish_stv`: voters put options in order, and the single transferable vote fills the seats.
 */
export type CountingRule = 'approval' | 'greedy_cost' | 'mes_cost_add1' | 'scottish_stv';

/** Whether a ballot puts options in order: then its choices are written best first. */
export function isRankedRule(rule: CountingRule): boolean {
  return rule === 'scottish_stv';
}

/** Of one ballot: more places than this are too many to keep in one's head, and to choose on a phone. */
export const RANKS_MAX = 5;

/** On a ballot paper that is put in order: a count has as many stages as options at most, and must come to an end. */
export const RANKED_OPTIONS_MAX = 100;

/** Everything a voter is promised, frozen and hashed before the first ballot. */
export type Manifest = {
  readonly version: 1;
  readonly pollId: string;
  readonly title: string;
  /** Choice k of a ballot means the k-th option, counted from 1. */
  readonly options: readonly PollOption[];
  readonly rule: CountingRule;
  /** For `approval` and `scottish_stv`. */
  readonly seats: number | null;
  /** For `greedy_cost` and `mes_cost_add1`. */
  readonly budgetMinor: Minor | null;
  /** For `mes_cost_add1`, and written with no other rule: what every voter's share grows by from run to run. */
  readonly incrementMinor?: Minor;
  readonly currency: Currency;
  readonly maxChoices: number;
  readonly blankAllowed: boolean;
  /** No ballot before. The facilitator opens at this moment or later. */
  readonly opensAt: Instant;
  /** No ballot from this moment on. The facilitator may close earlier. */
  readonly closesAt: Instant;
  readonly levels: readonly Level[];
  /** The levels that decide, never C or D; the others are tallied apart and shown beside. */
  readonly countedLevels: readonly Level[];
  readonly tie: TieRule;
  /** SHA-256 of every script and page a voter's phone runs, in hexadecimal. */
  readonly assets: readonly { readonly name: string; readonly sha256: string }[];
  /** Ed25519 public key, 32 bytes in hexadecimal. */
  readonly signingKey: string;
  /** RSA modulus, 256 bytes in hexadecimal, that passes are signed under. For level B, and written with no other. */
  readonly issuingKey?: string;
};

/**
 * How often equal shares may count anew before a share of the pot and the dearest option together is enough for whatever
 * anybody chose: whoever recounts must come to an end, also with a board that was made to keep them busy.
 */
export const RUNS_MAX = 100_000;

export type ManifestRefusal =
  | 'poll-id'
  | 'title-missing'
  | 'options-too-few'
  | 'option-repeated'
  | 'option-invalid'
  | 'rule-incomplete'
  | 'runs-too-many'
  | 'too-much-to-rank'
  | 'currency-unknown'
  | 'choices-out-of-range'
  | 'window-empty'
  | 'levels-invalid'
  | 'tie-source-missing'
  | 'asset-invalid'
  | 'signing-key-invalid'
  | 'issuing-key-invalid'
  | 'ballot-too-long';

/** Checks that a poll can be run and counted exactly as written; the first refusal wins. */
export function checkManifest(manifest: Manifest): Outcome<Manifest, ManifestRefusal> {
  const { options, maxChoices, levels, countedLevels, tie } = manifest;
  if (manifest.version !== 1 || !isId(manifest.pollId)) return refused('poll-id');
  if (!isText(manifest.title, 300)) return refused('title-missing');
  if (options.length < 2) return refused('options-too-few');
  if (new Set(options.map((option) => option.id)).size !== options.length) return refused('option-repeated');
  if (!options.every(isPollOption)) return refused('option-invalid');
  if (!isRuleWhole(manifest)) return refused('rule-incomplete');
  if (!areRunsFew(manifest)) return refused('runs-too-many');
  if (!isRankable(manifest)) return refused('too-much-to-rank');
  if (!isCurrency(manifest.currency)) return refused('currency-unknown');
  if (typeof manifest.blankAllowed !== 'boolean') return refused('choices-out-of-range');
  if (!isCount(maxChoices) || maxChoices > options.length) return refused('choices-out-of-range');
  if (!isWindow(manifest.opensAt, manifest.closesAt)) return refused('window-empty');
  if (!areLevels(levels) || !areLevels(countedLevels)) return refused('levels-invalid');
  if (!countedLevels.every((level) => levels.includes(level) && mayDecide(level))) return refused('levels-invalid');
  if (tie.rule === 'public-randomness' && !isText(tie.source, 300)) return refused('tie-source-missing');
  if (!manifest.assets.every((asset) => isText(asset.name, 300) && fromHex(asset.sha256, 32)))
    return refused('asset-invalid');
  if (fromHex(manifest.signingKey, 32) === null) return refused('signing-key-invalid');
  if (!isIssuingKeyWhole(manifest)) return refused('issuing-key-invalid');
  if (longestBallotBytes(manifest) > BALLOT_BODY_BYTES_MAX) return refused('ballot-too-long');
  return done(manifest);
}

/** The 32 bytes that every ballot and receipt of a poll is bound to. */
export function manifestHash(manifest: Manifest): Uint8Array {
  return taggedHash('man/v1', canonicalJson(manifest));
}

/** A full ballot for the options with the longest numbers must still fit, or some voters could not vote. */
function longestBallotBytes(manifest: Manifest): number {
  const count = manifest.options.length;
  const choices = Array.from({ length: manifest.maxChoices }, (_, index) => count - manifest.maxChoices + index + 1);
  const level = manifest.levels.reduce((longest, next) => (next.length > longest.length ? next : longest));
  const body = { version: 1, pollId: manifest.pollId, manifestHash: '0'.repeat(64), level, choices } as const;
  return writeBallotBody(body).length;
}

function isRuleWhole({ rule, options, seats, budgetMinor, incrementMinor }: Manifest): boolean {
  if (rule === 'approval' || rule === 'scottish_stv')
    return isCount(seats) && seats <= options.length && budgetMinor === null && incrementMinor === undefined;
  if (!(isCount(budgetMinor) && isMinor(budgetMinor) && seats === null)) return false;
  if (rule === 'greedy_cost') return incrementMinor === undefined;
  // What costs nothing has no price that supporters could share.
  return isCount(incrementMinor ?? null) && options.every(({ costMinor }) => costMinor > 0);
}

function isIssuingKeyWhole({ levels, issuingKey }: Manifest): boolean {
  return levels.includes(PASS_LEVEL) ? isIssuingKey(issuingKey ?? '') : issuingKey === undefined;
}

function areRunsFew({ options, budgetMinor, incrementMinor }: Manifest): boolean {
  if (incrementMinor === undefined) return true;
  const dearest = Math.max(...options.map(({ costMinor }) => costMinor));
  return (budgetMinor ?? 0) + dearest <= RUNS_MAX * incrementMinor;
}

function isRankable({ rule, options, maxChoices }: Manifest): boolean {
  return !isRankedRule(rule) || (maxChoices <= RANKS_MAX && options.length <= RANKED_OPTIONS_MAX);
}

function isPollOption(option: PollOption): boolean {
  return isText(option.id, 64) && isText(option.title, 300) && isMinor(option.costMinor) && option.costMinor >= 0;
}

function isText(text: string, charactersMax: number): boolean {
  return text.trim() !== '' && text.length <= charactersMax && text.isWellFormed();
}

function isCount(number: number | null): number is number {
  return Number.isSafeInteger(number) && Number(number) >= 1;
}

function isWindow(opensAt: Instant, closesAt: Instant): boolean {
  return Number.isSafeInteger(opensAt) && Number.isSafeInteger(closesAt) && opensAt < closesAt;
}

function areLevels(levels: readonly Level[]): boolean {
  return levels.length > 0 && levels.every(isLevel) && new Set(levels).size === levels.length;
}
