#!/usr/bin/env node
/**
 * Recounts a published vote from nothing but its board. One file, no dependencies, Node 20 or newer.
 *
 *   node recount.mjs board.json [--json] [--root HEX|WORDS] [--manifest HEX] [--before earlier-board.json]
 *
 * --root and --manifest: what you wrote down or photographed before the reveal, --root also as words of the wall. --before: a board you saved earlier.
 * Exit 0 when every check holds, 1 otherwise.
 *
 * Written from the description of the format (BOARD.md), not from the portal's code, and it must stay that way:
 * two programs that share code share mistakes.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

class Failure extends Error {}

function must(condition, detail) {
  if (!condition) throw new Failure(detail);
}

// ---- Bytes and hashes

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function bytesOf(hex, length, what) {
  must(
    typeof hex === 'string' && new RegExp(`^[0-9a-f]{${2 * length}}$`).test(hex),
    `${what} is not ${length} bytes in hexadecimal`,
  );
  return Buffer.from(hex, 'hex');
}

/** SHA-256 over the tag and each argument, each after its length in four bytes. */
function H(...parts) {
  const pieces = [];
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    pieces.push(length, bytes);
  }
  return sha256(...pieces);
}

/** RFC 6962, section 2.1, as the definition reads; left halves are remembered, as every longer list has them again. */
function treeHash(leaves, from = 0, to = leaves.length) {
  const count = to - from;
  if (count === 0) return sha256();
  if (count === 1) return sha256(Buffer.of(0), leaves[from]);
  let split = 1;
  while (split * 2 < count) split *= 2;
  return sha256(Buffer.of(1), leftHalf(leaves, from, from + split), treeHash(leaves, from + split, to));
}

const leftHalves = new WeakMap();

function leftHalf(leaves, from, to) {
  if (!leftHalves.has(leaves)) leftHalves.set(leaves, new Map());
  const known = leftHalves.get(leaves);
  const place = `${from} ${to}`;
  if (!known.has(place)) known.set(place, treeHash(leaves, from, to));
  return known.get(place);
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
  }
  must(typeof value !== 'number' || Number.isSafeInteger(value), 'a number is not whole');
  return JSON.stringify(value);
}

function isSigned(publicKeyHex, message, signatureHex) {
  const key = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytesOf(publicKeyHex, 32, 'the signing key')]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, message, key, bytesOf(signatureHex, 64, 'a signature'));
}

function sha384(...parts) {
  const hash = createHash('sha384');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** RSASSA-PSS-VERIFY of RFC 8017, section 8.1.2, with SHA-384, a salt of 48 bytes and the exponent 65537. */
function isSignedByIssuer(modulusHex, message, signatureHex) {
  const n = BigInt(`0x${modulusHex}`);
  const s = BigInt(`0x${bytesOf(signatureHex, 256, 'the signature of a pass').toString('hex')}`);
  if (s >= n) return false;
  let power = s;
  for (let i = 0; i < 16; i += 1) power = (power * power) % n;
  const encoded = Buffer.from(((power * s) % n).toString(16).padStart(512, '0'), 'hex');
  const hash = encoded.subarray(207, 255);
  if (encoded[255] !== 0xbc || encoded[0] > 127) return false;
  const mask = Buffer.concat([0, 1, 2, 3, 4].map((i) => sha384(hash, Buffer.from([0, 0, 0, i]))));
  const block = Buffer.from(encoded.subarray(0, 207).map((byte, i) => byte ^ mask[i]));
  block[0] &= 127;
  if (block.subarray(0, 158).some((byte) => byte !== 0) || block[158] !== 1) return false;
  const expected = sha384(Buffer.alloc(8), sha384(message), block.subarray(159));
  return Buffer.compare(expected, hash) === 0;
}

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function trackerOf(leaf) {
  const bits = BigInt(`0x${leaf.subarray(0, 8).toString('hex')}`) >> 4n;
  let text = '';
  for (let shift = 55n; shift >= 0n; shift -= 5n) text += BASE32[Number((bits >> shift) & 31n)];
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/**
 * A board comes from anybody: in a terminal its texts must be nothing but texts. Control characters, and those that
 * turn the direction of a line around, are written as JavaScript and JSON write them; joiners that scripts need stay.
 */
const printable = (text) =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach the terminal
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

function mustBeSet(list, what) {
  must(Array.isArray(list), `${what} are not a list`);
  for (let i = 1; i < list.length; i += 1)
    must(list[i - 1] < list[i], `${what} are not sorted, or one is listed twice (${list[i]})`);
  return new Set(list);
}

// ---- What the board says, prepared once

function prepare(board) {
  must(board !== null && typeof board === 'object', 'the file is not a board');
  must(board.format === 'common-pot/board/1', `unknown format ${JSON.stringify(board.format)}`);
  must(
    ['revealed', 'certified'].includes(board.state) && board.revealed,
    'the choices have not been revealed yet, so nothing can be counted',
  );
  const { manifest, checkpoints, revealed } = board;
  for (const list of [
    manifest?.options,
    manifest?.levels,
    manifest?.countedLevels,
    checkpoints,
    board.issued,
    board.trackers,
  ]) {
    must(Array.isArray(list), 'a part of the board is missing');
  }
  must(Array.isArray(revealed.ballots) && Array.isArray(revealed.issuedTokens), 'a part of the reveal is missing');
  const leaves = revealed.ballots.map((ballot) => bytesOf(ballot.leaf, 32, 'a leaf'));
  return {
    board,
    manifest,
    checkpoints,
    revealed,
    leaves,
    manifestHash: bytesOf(board.manifestHash, 32, 'the manifest hash'),
  };
}

function bodiesOf({ revealed }) {
  return revealed.ballots.map((ballot) => JSON.parse(ballot.body));
}

// ---- The checks, in the order of the vote itself

function checkManifestHash({ manifest, board }, options) {
  const hash = H('man/v1', canonical(manifest)).toString('hex');
  must(hash === board.manifestHash, `the manifest hashes to ${hash}, the board says ${board.manifestHash}`);
  must(
    !options.manifest || options.manifest === hash,
    `you wrote down ${options.manifest}, the manifest hashes to ${hash}`,
  );
  return `${hash}${options.manifest ? ', the one you wrote down' : ''}`;
}

/** With a share of the budget and the dearest option everything chosen is bought: so many runs are always enough. */
const RUNS_MAX = 100_000n;

/** Ballots in order of preference; every other rule wants its choices rising. */
const isRanked = (manifest) => manifest.rule === 'scottish_stv';

function checkManifest({ manifest }) {
  const { options, rule, seats, budgetMinor, incrementMinor, maxChoices, blankAllowed } = manifest;
  const { levels, countedLevels, tie } = manifest;
  must(manifest.version === 1, 'unknown version of the manifest');
  must(new Set(options.map((option) => option.id)).size === options.length, 'two options share an id');
  must(
    options.every((option) => typeof option.id === 'string' && isCount(option.costMinor)),
    'an option is not well-formed',
  );
  must(isCount(maxChoices) && maxChoices >= 1 && maxChoices <= options.length, 'the number of choices is out of range');
  must(typeof blankAllowed === 'boolean', 'whether a ballot may be blank is not said');
  const isWhole = {
    approval: () => isCount(seats) && seats >= 1,
    scottish_stv: () =>
      isCount(seats) && seats >= 1 && seats <= options.length && maxChoices <= 5 && options.length <= 100,
    greedy_cost: () => isCount(budgetMinor),
    mes_cost_add1: () =>
      isCount(budgetMinor) &&
      isCount(incrementMinor) &&
      incrementMinor >= 1 &&
      options.every((option) => option.costMinor >= 1),
  };
  must(Object.hasOwn(isWhole, rule) && isWhole[rule](), 'the rule is unknown or incomplete');
  if (rule === 'mes_cost_add1') {
    const dearest = options.reduce((most, option) => Math.max(most, option.costMinor), 0);
    must(
      BigInt(budgetMinor) + BigInt(dearest) <= RUNS_MAX * BigInt(incrementMinor),
      `equal shares could take more than ${RUNS_MAX} runs`,
    );
  }
  must(
    new Set(levels).size === levels.length && countedLevels.every((level) => levels.includes(level)),
    'the levels are not well-formed',
  );
  must(countedLevels.length > 0, 'no level counts');
  must(!countedLevels.some(isOpen), 'a level that anybody can vote at may not count');
  const { issuingKey } = manifest;
  if (levels.includes('B')) {
    const key = bytesOf(issuingKey, 256, 'the issuing key');
    must(key[0] > 127 && key[255] % 2 === 1, 'the issuing key is no modulus of 2048 bits');
  } else must(issuingKey === undefined, 'there is an issuing key, but no level B');
  must(['smaller-id', 'public-randomness'].includes(tie?.rule), 'the tie rule is unknown');
  return `${options.length} options, rule ${rule}, up to ${maxChoices} choices`;
}

function checkIssued({ board, manifest, revealed, manifestHash }) {
  const seen = new Set();
  must(
    board.issued
      .map((issue) => issue.level)
      .sort()
      .join() ===
      manifest.levels
        .filter((level) => level !== 'B')
        .sort()
        .join(),
    'the issued levels are not the manifest’s',
  );
  must(revealed.issuedTokens.length === board.issued.length, 'a level’s issued tokens are missing');
  for (const issue of board.issued) {
    const hashes = revealed.issuedTokens.find((list) => list.level === issue.level)?.hashes;
    mustBeSet(hashes, `issued tokens of level ${issue.level}`);
    for (const hash of hashes) {
      must(!seen.has(hash), `token ${hash} is issued at two levels`);
      seen.add(hash);
    }
    must(
      issue.pollId === manifest.pollId && issue.manifestHash === manifestHash.toString('hex'),
      'an issue is of another poll',
    );
    must(
      hashes.length === issue.count,
      `level ${issue.level}: ${hashes.length} tokens listed, ${issue.count} promised`,
    );
    const root = treeHash(hashes.map((hash) => bytesOf(hash, 32, 'a token hash'))).toString('hex');
    must(root === issue.root, `level ${issue.level}: the tokens hash to ${root}, promised was ${issue.root}`);
    const message = H('iss/v1', issue.pollId, issue.manifestHash, issue.level, String(issue.count), issue.root);
    must(isSigned(manifest.signingKey, message, issue.signature), `level ${issue.level}: the signature is wrong`);
  }
  return `${seen.size} tokens, as promised before the opening`;
}

function levelOfTokens({ revealed }) {
  const passes = (revealed.passes ?? []).map(({ hash }) => [hash, 'B']);
  return new Map([
    ...passes,
    ...revealed.issuedTokens.flatMap(({ level, hashes }) => hashes.map((hash) => [hash, level])),
  ]);
}

/** Level B: passes are signed by the issuing key, and not more than were issued to people on the closed roll. */
function checkPasses({ board, manifest, revealed, manifestHash }) {
  const { roll } = board;
  if (!manifest.levels.includes('B')) {
    must(roll === undefined && revealed.passes === undefined, 'there are passes, but no level B');
    return 'nobody voted from a roll';
  }
  const { size } = roll;
  const { issued } = roll.passes;
  must(isCount(size) && size >= 10 && isCount(issued), 'the numbers of the roll are not well-formed');
  const said = [manifest.pollId, manifestHash.toString('hex'), String(size)];
  must(isSigned(manifest.signingKey, H('rol/v1', ...said), roll.signature), 'the size of the roll is not signed');
  must(
    isSigned(manifest.signingKey, H('iss/roll/v1', ...said, String(issued)), roll.passes.signature),
    'the number of passes is not signed',
  );
  must(issued <= size, `${issued} passes were issued to ${size} people`);
  const used = mustBeSet(
    revealed.passes.map(({ hash }) => hash),
    'passes',
  );
  must(used.size <= issued, `${used.size} passes were used, but ${issued} issued`);
  const spent = new Set(revealed.spentTokens);
  const sheets = new Set(revealed.issuedTokens.flatMap(({ hashes }) => hashes));
  for (const { hash, signature } of revealed.passes) {
    const token = bytesOf(hash, 32, 'a token hash');
    must(isSignedByIssuer(manifest.issuingKey, token, signature), `pass ${hash} is not signed by the issuing key`);
    must(spent.has(hash) && !sheets.has(hash), `pass ${hash} is not used, or issued as a sheet too`);
  }
  // Level B-: everybody on the roll has a direct code as well, and whoever takes a pass gives it up.
  const codes = revealed.issuedTokens.find(({ level }) => level === 'B-');
  if (codes !== undefined) {
    const direct = new Set(codes.hashes);
    const givenUp = revealed.voidTokens.filter((hash) => direct.has(hash)).length;
    must(direct.size === size, `${direct.size} direct codes for ${size} people`);
    must(givenUp >= issued, `${issued} passes were issued, but ${givenUp} direct codes given up`);
  }
  return `${used.size} passes used, ${issued} issued, ${size} people on the roll`;
}

function checkVoid(facts) {
  const issued = levelOfTokens(facts);
  const voided = mustBeSet(facts.revealed.voidTokens, 'void tokens');
  for (const hash of voided) must(issued.has(hash), `void token ${hash} was never issued`);
  return `${voided.size} void tokens, all of them issued`;
}

function checkSpent(facts) {
  const issued = levelOfTokens(facts);
  const voided = new Set(facts.revealed.voidTokens);
  const spent = mustBeSet(facts.revealed.spentTokens, 'used tokens');
  for (const hash of spent) {
    must(issued.has(hash), `used token ${hash} was never issued`);
    must(!voided.has(hash), `used token ${hash} is void`);
  }
  return `${spent.size} used tokens, all issued, none void`;
}

function checkBalance(facts) {
  const issued = levelOfTokens(facts);
  const bodies = bodiesOf(facts);
  const lines = facts.manifest.levels.map((level) => {
    const spent = facts.revealed.spentTokens.filter((hash) => issued.get(hash) === level).length;
    const ballots = bodies.filter((body) => body.level === level).length;
    must(spent === ballots, `level ${level}: ${spent} used tokens but ${ballots} ballots`);
    return `${level}: ${ballots}`;
  });
  must(
    facts.revealed.spentTokens.length === bodies.length,
    `${facts.revealed.spentTokens.length} used tokens but ${bodies.length} ballots`,
  );
  return `as many ballots as used tokens (${lines.join(', ')})`;
}

function checkLeaves({ manifest, revealed, manifestHash }) {
  for (const { leaf, r, body } of revealed.ballots) {
    const expected = H('bal/v1', manifest.pollId, manifestHash, bytesOf(r, 16, 'an r'), body).toString('hex');
    must(expected === leaf, `ballot ${leaf} recomputes to ${expected}`);
  }
  return `${revealed.ballots.length} leaves recomputed from r and ballot`;
}

function checkUnique({ leaves }) {
  must(new Set(leaves.map((leaf) => leaf.toString('hex'))).size === leaves.length, 'one leaf stands for two ballots');
  must(new Set(leaves.map(trackerOf)).size === leaves.length, 'two ballots share a tracker');
  return 'every leaf and every tracker occurs once';
}

function checkTrackers({ board, leaves }) {
  must(board.trackers.length === leaves.length, `${board.trackers.length} trackers for ${leaves.length} ballots`);
  for (const [i, leaf] of leaves.entries()) {
    must(board.trackers[i] === trackerOf(leaf), `tracker ${board.trackers[i]} should be ${trackerOf(leaf)}`);
  }
  return 'every tracker is the beginning of its leaf';
}

function checkChain({ manifest, checkpoints, manifestHash }) {
  must(checkpoints.length > 0, 'there is no checkpoint');
  let prev = '0'.repeat(64);
  let at = -Infinity;
  for (const [i, checkpoint] of checkpoints.entries()) {
    const isLast = i === checkpoints.length - 1;
    must(isCount(checkpoint.at), `the time of checkpoint ${i + 1} is not a number of milliseconds`);
    const note = [
      'common-pot vote checkpoint v1',
      `poll ${manifest.pollId}`,
      `manifest ${manifestHash.toString('hex')}`,
      `seq ${i + 1}`,
      `size ${checkpoint.size}`,
      `root ${checkpoint.root}`,
      `prev ${prev}`,
      `at ${new Date(checkpoint.at).toISOString()}`,
      `final ${isLast ? 'yes' : 'no'}`,
      '',
    ].join('\n');
    must(
      checkpoint.pollId === manifest.pollId && checkpoint.manifestHash === manifestHash.toString('hex'),
      `checkpoint ${i + 1} is of another poll`,
    );
    must(
      checkpoint.seq === i + 1 && checkpoint.final === isLast,
      `checkpoint ${i + 1} is out of order, or not the last is final`,
    );
    must(checkpoint.prev === prev, `checkpoint ${i + 1} does not follow the one before`);
    must(checkpoint.note === note, `the note of checkpoint ${i + 1} does not say what its fields say`);
    must(checkpoint.at >= at, `checkpoint ${i + 1} is earlier than the one before`);
    must(
      isSigned(manifest.signingKey, H('cpt/v1', note), checkpoint.signature),
      `the signature of checkpoint ${i + 1} is wrong`,
    );
    prev = H('note/v1', note).toString('hex');
    at = checkpoint.at;
  }
  return `${checkpoints.length} checkpoints, each signed and following the one before`;
}

/** Whether anybody can vote at a level, as often as she likes: such levels decide nothing. */
function isOpen(level) {
  return level === 'C' || level === 'D';
}

/** Where anybody can vote beside the hall, ten new ballots may be nine strangers' and one of hers. */
function mustHideEverybody(ballots, seq) {
  const ofLevel = new Map();
  for (const { body } of ballots) {
    const { level } = JSON.parse(body);
    ofLevel.set(level, (ofLevel.get(level) ?? 0) + 1);
  }
  for (const [level, count] of ofLevel) {
    must(isOpen(level) || count >= 10, `checkpoint ${seq} adds fewer than ten ballots of level ${level}`);
  }
}

function checkPrefixes({ manifest, revealed, checkpoints, leaves }) {
  const hasOpen = manifest.levels.some(isOpen);
  let start = 0;
  for (const { seq, size, root, final } of checkpoints) {
    must(
      isCount(size) && size <= leaves.length && size >= start,
      `checkpoint ${seq} promises ${size} of ${leaves.length} ballots`,
    );
    must(final || size - start >= 10, `checkpoint ${seq} adds fewer than ten ballots`);
    if (hasOpen && !final) mustHideEverybody(revealed.ballots.slice(start, size), seq);
    for (let i = start + 1; i < size; i += 1) {
      must(
        Buffer.compare(leaves[i - 1], leaves[i]) < 0,
        `the batch of checkpoint ${seq} is not sorted, so it may show the order of arrival`,
      );
    }
    const found = treeHash(leaves, 0, size).toString('hex');
    must(found === root, `the first ${size} leaves hash to ${found}, checkpoint ${seq} promised ${root}`);
    start = size;
  }
  return 'every checkpoint is a beginning of the final list';
}

function checkRoot({ checkpoints, leaves }, options) {
  const root = treeHash(leaves).toString('hex');
  const last = checkpoints[checkpoints.length - 1];
  must(last?.size === leaves.length, `${leaves.length} ballots, the close promised ${last?.size}`);
  must(last.root === root, `all leaves hash to ${root}, published before the reveal was ${last.root}`);
  must(!options.root || root.startsWith(options.root), `you wrote down ${options.root}, all leaves hash to ${root}`);
  return `${root}${options.root ? ', the one you wrote down' : ''}`;
}

function checkBodies({ manifest, revealed, manifestHash }) {
  for (const { leaf, body: text } of revealed.ballots) {
    must(Buffer.byteLength(text) <= 512, `ballot ${leaf} is longer than 512 bytes`);
    const body = JSON.parse(text);
    must(canonical(body) === text, `ballot ${leaf} is not in canonical form`);
    must(
      Object.keys(body).join() === 'choices,level,manifestHash,pollId,version' && body.version === 1,
      `ballot ${leaf} has other fields`,
    );
    must(
      body.pollId === manifest.pollId && body.manifestHash === manifestHash.toString('hex'),
      `ballot ${leaf} is of another poll`,
    );
    must(manifest.levels.includes(body.level), `ballot ${leaf} has a level that was not offered`);
    const { choices } = body;
    must(Array.isArray(choices) && choices.length <= manifest.maxChoices, `ballot ${leaf} makes too many choices`);
    must(choices.length > 0 || manifest.blankAllowed, `ballot ${leaf} is blank`);
    for (const [i, choice] of choices.entries()) {
      must(
        Number.isSafeInteger(choice) && choice >= 1 && choice <= manifest.options.length,
        `ballot ${leaf} chooses what is not there`,
      );
      const isInPlace = isRanked(manifest) ? choices.indexOf(choice) === i : i === 0 || choices[i - 1] < choice;
      must(isInPlace, `ballot ${leaf} repeats or disorders its choices`);
    }
  }
  return `${revealed.ballots.length} ballots follow the rules`;
}

function approvalsOf({ manifest }, bodies) {
  const approvals = manifest.options.map((option) => ({ id: option.id, approvals: 0 }));
  for (const body of bodies) for (const choice of body.choices) approvals[choice - 1].approvals += 1;
  return { ballots: bodies.length, blank: bodies.filter((body) => body.choices.length === 0).length, approvals };
}

/** Every number of a tally, under what it counts and among whose ballots. */
function numbersOf({ counted, apart }) {
  const numbers = new Map();
  const parts = [['among those that decide', counted], ...apart.map((part) => [`at level ${part.level}`, part])];
  for (const [whose, { ballots, blank, approvals }] of parts) {
    numbers.set(JSON.stringify(['ballots', whose]), ballots).set(JSON.stringify(['blank ballots', whose]), blank);
    for (const option of approvals) numbers.set(JSON.stringify([option.id, whose]), option.approvals);
  }
  return numbers;
}

/** Where two tallies differ, the first few in words, with the titles of the options. */
function differences({ options }, mine, theirs) {
  const titles = new Map(options.map(({ id, title }) => [id, ` (${title})`]));
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])].filter((key) => mine.get(key) !== theirs.get(key));
  const said = keys.slice(0, 5).map((key) => {
    const [what, whose] = JSON.parse(key);
    const [here, there] = [mine, theirs].map((numbers) => numbers.get(key) ?? 'nothing');
    return `${what} ${whose}${titles.get(what) ?? ''}: ${here} counted here, ${there} published`;
  });
  if (keys.length > 5) said.push(`and ${keys.length - 5} more`);
  return said.join('; ') || 'the published numbers are right, but not written as the format says';
}

function checkTally(facts) {
  const { manifest, revealed } = facts;
  const bodies = bodiesOf(facts);
  const apart = manifest.levels.filter((level) => !manifest.countedLevels.includes(level));
  const mine = {
    counted: approvalsOf(
      facts,
      bodies.filter((body) => manifest.countedLevels.includes(body.level)),
    ),
    apart: apart.map((level) => ({
      level,
      ...approvalsOf(
        facts,
        bodies.filter((body) => body.level === level),
      ),
    })),
  };
  const { ballots, blank, approvals } = revealed.result.counted;
  const theirs = { counted: { ballots, blank, approvals }, apart: revealed.result.apart };
  if (canonical(mine) !== canonical(theirs))
    throw new Failure(differences(manifest, numbersOf(mine), numbersOf(theirs)));
  return mine.counted.approvals.map((option) => `${option.id}: ${option.approvals}`).join(', ');
}

/** What orders equals; null where the smaller id does, or while the randomness is not known. */
function seedOf({ manifest, revealed, leaves }) {
  if (manifest.tie.rule !== 'public-randomness' || revealed.randomness === null) return null;
  return H('tie/v1', manifest.pollId, treeHash(leaves), revealed.randomness);
}

/** Rules that go through the options, most approvals first. */
function goDown(manifest, approvals, ranked) {
  const winners = [];
  const ties = [];
  let money = manifest.budgetMinor;
  for (let start = 0; start < ranked.length; ) {
    const votes = approvals.get(ranked[start].id);
    const group = ranked.filter((option) => approvals.get(option.id) === votes);
    let decisive = false;
    if (manifest.rule === 'approval') {
      const seats = votes > 0 ? Math.max(0, Math.min(group.length, manifest.seats - winners.length)) : 0;
      decisive = seats > 0 && seats < group.length;
      winners.push(...group.slice(0, seats));
    } else {
      const affordable = group.filter((option) => option.costMinor <= money);
      decisive = affordable.reduce((sum, option) => sum + option.costMinor, 0) > money;
      for (const option of affordable) {
        if (option.costMinor > money) continue;
        money -= option.costMinor;
        winners.push(option);
      }
    }
    if (group.length > 1) ties.push({ ids: group.map((option) => option.id), decisive });
    start += group.length;
  }
  return { winners, ties };
}

// ---- Equal shares, with exact fractions: [numerator, denominator]

function reduced(top, bottom) {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [top / a, bottom / a];
}
const plus = ([a, b], [c, d]) => reduced(a * d + c * b, b * d);
const minus = ([a, b], [c, d]) => reduced(a * d - c * b, b * d);
const times = ([a, b], count) => reduced(a * BigInt(count), b);
const over = ([a, b], count) => reduced(a, b * BigInt(count));
const compare = ([a, b], [c, d]) => Number(a * d > c * b) - Number(a * d < c * b);
const whole = (count) => [BigInt(count), 1n];

/** The method of equal shares; everybody gets more from run to run, and the run before the first that costs too much counts. */
function shareOut({ options, budgetMinor, incrementMinor }, bodies, ranked, rank) {
  must(isCount(incrementMinor) && incrementMinor >= 1, 'without an increment equal shares never ends');
  // Voters who chose the same always have the same left.
  const groups = new Map();
  for (const { choices } of bodies) {
    const group = groups.get(choices.join()) ?? {
      chose: new Set(choices.map((choice) => options[choice - 1])),
      voters: 0,
    };
    groups.set(choices.join(), group);
    group.voters += 1;
  }
  const chosen = ranked.filter((option) => [...groups.values()].some(({ chose }) => chose.has(option)));
  if (chosen.reduce((sum, option) => sum + option.costMinor, 0) <= budgetMinor) return { winners: chosen, ties: [] };
  const byLot = (a, b) => byCodeUnit(rank.get(a.id), rank.get(b.id));
  const ties = new Map();
  const first = over(whole(budgetMinor), bodies.length);
  let counts = null;
  for (let step = 0; ; step += 1) {
    const run = buyAll(plus(first, whole(step * incrementMinor)), chosen, [...groups.values()], budgetMinor, byLot);
    for (const ids of run.ties) if (!ties.has(ids.join())) ties.set(ids.join(), { ids, decisive: true });
    if (run.cost > budgetMinor) return { winners: counts, ties: [...ties.values()] };
    counts = run.winners;
  }
}

/** One run: buys what costs its supporters least of their money per cost, until nothing can be paid. */
function buyAll(share, chosen, groups, budget, byLot) {
  const purses = groups.map((group) => ({ ...group, left: share }));
  const winners = [];
  const ties = [];
  let cost = 0;
  for (let open = chosen; cost <= budget; ) {
    const offers = open.flatMap((option) => {
      const each = highestPayment(
        option.costMinor,
        purses.filter(({ chose }) => chose.has(option)),
      );
      return each === null ? [] : [{ option, each, price: over(each, option.costMinor) }];
    });
    if (offers.length === 0) break;
    const price = offers.reduce(
      (least, offer) => (compare(offer.price, least) < 0 ? offer.price : least),
      offers[0].price,
    );
    const cheapest = offers
      .filter((offer) => compare(offer.price, price) === 0)
      .sort((a, b) => byLot(a.option, b.option));
    if (cheapest.length > 1) ties.push(cheapest.map(({ option }) => option.id));
    const [{ option, each }] = cheapest;
    for (const purse of purses)
      if (purse.chose.has(option)) purse.left = compare(purse.left, each) < 0 ? whole(0) : minus(purse.left, each);
    winners.push(option);
    cost += option.costMinor;
    open = offers.map((offer) => offer.option).filter((other) => other !== option);
  }
  return { winners, ties, cost };
}

/** What those pay who do not run out, when all others give what they have; null where it is not enough. */
function highestPayment(cost, supporters) {
  let open = whole(cost);
  let payers = supporters.reduce((sum, { voters }) => sum + voters, 0);
  for (const { left, voters } of supporters.sort((a, b) => compare(a.left, b.left))) {
    const each = over(open, payers);
    if (compare(left, each) >= 0) return each;
    open = minus(open, times(left, voters));
    payers -= voters;
  }
  return null;
}

// ---- Ranked ballots: the single transferable vote, in whole hundred-thousandths of a vote

const VOTE = 100_000n;

/** Seats filled as Scottish councils fill theirs; what is cut off when votes go on is lost. */
function fillSeats({ options, seats }, bodies, byLot) {
  const piles = new Map();
  for (const { choices } of bodies) for (const choice of choices) piles.set(options[choice - 1], []);
  const papers = bodies.filter(({ choices }) => choices.length > 0);
  const quota = BigInt(Math.floor(papers.length / (seats + 1)) + 1) * VOTE;
  const open = new Set(piles.keys());
  const votes = new Map([...open].map((option) => [option, 0n]));
  const overQuota = new Set();
  const winners = [];
  const ties = [];
  /** Votes at every stage, the latest first. */
  const stages = [];

  const give = (names, worth) => {
    const next = names.findIndex((option) => open.has(option));
    if (next < 0) return;
    votes.set(names[next], votes.get(names[next]) + worth);
    piles.get(names[next]).push({ rest: names.slice(next + 1), worth });
  };
  const take = (option) => piles.get(option).splice(0);
  const byVotes = (a, b) => Number(votes.get(b) > votes.get(a)) - Number(votes.get(b) < votes.get(a)) || byLot(a, b);

  /** Of several: the most or the fewest votes now, then at the stage before, and so on to the first; then the lot. */
  const pick = (among, isMost) => {
    let left = [...among];
    for (const stage of stages) {
      const best = left.map((option) => stage.get(option)).reduce((x, y) => (x > y === isMost ? x : y));
      left = left.filter((option) => stage.get(option) === best);
    }
    left.sort(byLot);
    if (left.length > 1) ties.push({ ids: left.map((option) => option.id), decisive: true });
    return left[0];
  };

  const endStage = () => {
    stages.unshift(new Map(votes));
    for (const option of [...open].filter((each) => votes.get(each) >= quota).sort(byVotes)) {
      open.delete(option);
      winners.push(option);
      if (votes.get(option) > quota) overQuota.add(option);
    }
  };

  for (const { choices } of papers)
    give(
      choices.map((choice) => options[choice - 1]),
      VOTE,
    );
  endStage();
  while (winners.length < seats && winners.length + open.size > seats) {
    if (overQuota.size > 0) {
      const option = pick(overQuota, true);
      const held = votes.get(option);
      overQuota.delete(option);
      votes.set(option, quota);
      for (const { rest, worth } of take(option)) give(rest, ((held - quota) * worth) / held);
    } else {
      const option = pick(open, false);
      open.delete(option);
      votes.set(option, 0n);
      for (const { rest, worth } of take(option)) give(rest, worth);
    }
    endStage();
  }
  if (winners.length < seats) winners.push(...[...open].sort(byVotes));
  return { winners, ties };
}

// ---- The result

/** Decides everything again: order, ties, winners. Equal shares can take long, and a board that is wrong anyway is not worth it. */
function decide(facts) {
  must(!facts.isWrong || facts.manifest.rule !== 'mes_cost_add1', 'not counted, because an earlier check failed');
  facts.decided ??= decideAnew(facts);
  return facts.decided;
}

function decideAnew(facts) {
  const { manifest } = facts;
  const bodies = bodiesOf(facts).filter((body) => manifest.countedLevels.includes(body.level));
  const approvals = new Map(approvalsOf(facts, bodies).approvals.map((option) => [option.id, option.approvals]));
  const isDrawn = manifest.tie.rule === 'public-randomness';
  const seed = seedOf(facts);
  const rank = new Map(manifest.options.map(({ id }) => [id, seed ? H('rank/v1', seed, id).toString('hex') : id]));
  const ranked = [...manifest.options].sort(
    (a, b) => approvals.get(b.id) - approvals.get(a.id) || byCodeUnit(rank.get(a.id), rank.get(b.id)),
  );
  const { winners, ties } = isRanked(manifest)
    ? fillSeats(manifest, bodies, (a, b) => byCodeUnit(rank.get(a.id), rank.get(b.id)))
    : manifest.rule === 'mes_cost_add1'
      ? shareOut(manifest, bodies, ranked, rank)
      : goDown(manifest, approvals, ranked);
  const isOpen = isDrawn && seed === null && ties.some((tie) => tie.decisive);
  return {
    order: ranked.map((option) => option.id),
    ties,
    winners: isOpen ? null : winners.map((option) => option.id),
    cost: isOpen ? 0 : winners.reduce((sum, option) => sum + option.costMinor, 0),
  };
}

function checkTies(facts) {
  const { manifest, revealed } = facts;
  const mine = decide(facts);
  if (manifest.tie.rule === 'smaller-id')
    must(revealed.randomness === null, 'randomness was recorded although none was promised');
  must(canonical(mine.order) === canonical(revealed.result.counted.order), `the order is ${mine.order.join(', ')}`);
  must(canonical(mine.ties) === canonical(revealed.result.counted.ties), `the ties are ${canonical(mine.ties)}`);
  const decisive = mine.ties.filter((tie) => tie.decisive).map((tie) => tie.ids.join(' = '));
  if (mine.winners === null) return `${decisive.join('; ')} wait for: ${manifest.tie.source}`;
  const seed = seedOf(facts);
  if (seed === null)
    return decisive.length === 0 ? 'no tie decides anything' : `${decisive.join('; ')} decided by the smaller id`;
  const decided =
    decisive.length === 0
      ? `no tie decides anything; the randomness is ${revealed.randomness}`
      : `${decisive.join('; ')} decided by the randomness ${revealed.randomness}`;
  return `${decided}; equal points at the awards go by the same lot, whose seed is ${seed.toString('hex')}`;
}

function checkWinners(facts) {
  const { winners, cost } = decide(facts);
  const published = facts.revealed.result.counted;
  must(
    canonical(winners) === canonical(published.winners),
    `the winners are ${canonical(winners)}, published: ${canonical(published.winners)}`,
  );
  must(cost === published.cost, `the winners cost ${cost}, published: ${published.cost}`);
  must(winners !== null || facts.board.state !== 'certified', 'certified although a tie is open');
  return winners === null ? 'open until the tie is decided' : winners.join(', ') || 'nobody';
}

function checkPaper(facts) {
  const { paper } = facts.revealed;
  if (paper === null) return 'no paper was counted';
  const { printed, returned, spoiled } = paper;
  must([printed, returned, spoiled].every(isCount), 'the sheets are not counted in whole numbers');
  const issued = levelOfTokens(facts);
  const issuedOnPaper = [...issued.values()].filter((level) => level === 'A').length;
  const used = facts.revealed.spentTokens.filter((hash) => issued.get(hash) === 'A').length;
  const handed = printed - returned - spoiled;
  must(printed <= issuedOnPaper, `${printed} sheets printed for ${issuedOnPaper} issued tokens`);
  must(handed >= 0, 'more sheets came back than were printed');
  must(used <= handed, `${used} sheets were used but only ${handed} handed out`);
  return `${used} of ${handed} sheets handed out were used`;
}

function checkEarlier(facts, options) {
  const earlier = options.before;
  must(earlier.manifestHash === facts.board.manifestHash, 'the manifest has changed since your board');
  must(canonical(earlier.issued) === canonical(facts.board.issued), 'the issued tokens have changed since your board');
  must(earlier.roll?.signature === facts.board.roll?.signature, 'the roll has changed since your board');
  for (const [i, checkpoint] of earlier.checkpoints.entries()) {
    must(
      canonical(checkpoint) === canonical(facts.checkpoints[i] ?? null),
      `checkpoint ${i + 1} has changed since your board`,
    );
  }
  for (const [i, tracker] of earlier.trackers.entries()) {
    must(tracker === facts.board.trackers[i], `tracker ${tracker} has moved or gone since your board`);
  }
  return `nothing has changed since your board with ${earlier.trackers.length} ballots`;
}

/** One line for each winner, the id first: a title may look like anything. */
function winnerLines({ winners, titles }) {
  if (winners === null) return ['Winners: open until the tie is decided'];
  if (winners.length === 0) return ['Winners: nobody'];
  return ['Winners:', ...winners.map((id, place) => `  ${place + 1}. ${id}  ${titles.get(id)}`)];
}

const CHECKS = [
  ['manifest-hash', checkManifestHash],
  ['manifest-valid', checkManifest],
  ['issued-root', checkIssued],
  ['void-issued', checkVoid],
  ['passes', checkPasses],
  ['spent-issued', checkSpent],
  ['spent-equals-ballots', checkBalance],
  ['bodies-valid', checkBodies],
  ['leaves-recompute', checkLeaves],
  ['leaves-unique', checkUnique],
  ['trackers', checkTrackers],
  ['checkpoint-chain', checkChain],
  ['checkpoint-prefixes', checkPrefixes],
  ['final-root', checkRoot],
  ['tally', checkTally],
  ['ties', checkTies],
  ['winners', checkWinners],
  ['paper', checkPaper],
];

function attempt(name, check) {
  try {
    return { name, ok: true, detail: check() };
  } catch (error) {
    // Anything that goes wrong while reading a board is the board's fault, never a reason to stop checking.
    return { name, ok: false, detail: error instanceof Failure ? error.message : `cannot be read: ${error.message}` };
  }
}

function recount(readBoard, options, hear = () => undefined) {
  let facts = null;
  const tell = (result) => {
    hear(result);
    return result;
  };
  const format = tell(
    attempt('format', () => {
      facts = prepare(readBoard());
      return `a board in state ${facts.board.state} with ${facts.leaves.length} ballots`;
    }),
  );
  if (facts === null) return { report: { ok: false, checks: [format], winners: null }, titles: new Map() };
  const checks = options.before ? [...CHECKS, ['earlier-board', checkEarlier]] : CHECKS;
  const results = [format];
  for (const [name, check] of checks) {
    const result = tell(attempt(name, () => check(facts, options)));
    results.push(result);
    facts.isWrong ||= !result.ok;
  }
  const ok = results.every((result) => result.ok);
  const titles = new Map(
    ok ? facts.manifest.options.map(({ id, title }) => [id, typeof title === 'string' ? title : '']) : [],
  );
  return {
    report: { ok, checks: results, winners: ok ? decide(facts).winners : null },
    titles,
    root: treeHash(facts.leaves),
  };
}

// ---- Command line

/** The words that stand on the wall at the close: the n-th says that a byte of the final root is n, counted from 0. */
const WALL = `
acid actor apple april arch arrow aunt autumn baby bacon badge baker bamboo banana barn basket bath beach bean bear
bell bench berry bike bird blanket boat bone book boot bottle bowl box branch bread brick bridge broom brush bucket
bus butter button cabin cable cactus cake camel camera candle canoe carpet carrot castle cat cave chain chair chalk
cheese cherry chess chicken circle circus clock cloud clover coach coat cobra coffee coin comb copper coral corn
cotton couch cow crab crane crown cup curtain daisy dance deer desk diamond dinner doctor dog doll dolphin donkey door
dragon dress drum duck eagle ear earth egg elbow elephant engine eye farmer feather fence fern field finger fire fish
flag flute forest fork fox frog garden garlic gate giant ginger giraffe glass glove goat gold goose grape grass guitar
hammer hand harbour hat hawk heart hedge helmet honey horse hotel house ice ink iron island ivory jacket jaguar jam
jelly jewel juice jungle kettle key king kitchen kite kiwi knee ladder lake lamp leaf lemon letter lily lion lobster
lunch magnet mango map maple market mask meadow melon milk mirror monkey moon mountain mouse museum music nail needle
nest night nose novel ocean office olive onion orange orchid otter oven owl paint palm panda paper parrot peach pencil
penguin pepper piano picnic pillow pilot pizza planet plum pocket pond potato prince pumpkin puzzle queen rabbit radio
rain ribbon rice river robot rocket rose salad salmon school sheep silver spider summer table teapot tiger tomato
train turtle violin zebra
`
  .trim()
  .split(/\s+/);

function wallWords(root) {
  return [...root.subarray(0, 8)].map((byte) => WALL[byte]).join(' ');
}

/** Words of the wall as they begin the final root, four to eight of them; null where it is something else. */
function wallBytes(given) {
  const bytes = (given.toLowerCase().match(/\S+/g) ?? []).map((word) => WALL.indexOf(word));
  return bytes.length >= 4 && bytes.length <= 8 && !bytes.includes(-1) ? Buffer.from(bytes).toString('hex') : null;
}

/** Hexadecimal digits as people copy them, at least so many and at most 64: what compares with nothing must not pass. */
function noted(option, given, least) {
  const root = option === '--root' ? wallBytes(given ?? '') : null;
  if (root !== null) return root;
  const digits = (given ?? '').toLowerCase().replace(/[\s:-]/g, '');
  if (new RegExp(`^[0-9a-f]{${least},64}$`).test(digits)) return digits;
  const wanted =
    least === 64
      ? 'all 64 digits and letters from a to f'
      : `at least ${least}, at most 64, digits and letters from a to f, or the first four to eight words of the wall`;
  return refuse(`${option} needs what you wrote down: ${wanted}. This is "${given ?? ''}".`);
}

function savedBoard(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return refuse(
      `--before needs the file of a board that you saved earlier. "${path ?? ''}" cannot be read: ${error.message}`,
    );
  }
}

function refuse(sentence) {
  console.error(printable(sentence));
  return process.exit(1);
}

function readArguments(words) {
  const options = { files: [], json: false };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === '--json') options.json = true;
    else if (word === '--root') {
      // Words of the wall are taken with and without quotes around them all.
      const given = [words[++i]];
      while (WALL.includes(given[0]?.toLowerCase()) && WALL.includes(words[i + 1]?.toLowerCase()))
        given.push(words[++i]);
      options.root = noted(word, given.join(' '), 8);
    } else if (word === '--manifest') options.manifest = noted(word, words[++i], 64);
    else if (word === '--before') options.before = savedBoard(words[++i]);
    else options.files.push(word);
  }
  return options;
}

const options = readArguments(process.argv.slice(2));
if (options.files.length !== 1 || options.files[0].startsWith('--'))
  refuse(
    'Usage: node recount.mjs board.json [--json] [--root HEX|WORDS] [--manifest HEX] [--before earlier-board.json]',
  );
const { report, titles, root } = recount(() => JSON.parse(readFileSync(options.files[0], 'utf8')), options);
const say = (line) => console.log(printable(line));
if (options.json) say(JSON.stringify(report));
else {
  for (const { name, ok, detail } of report.checks) say(`${ok ? 'ok    ' : 'FAILED'} ${name}: ${detail}`);
  console.log();
  if (report.ok) {
    say('The published result is right.');
    for (const line of winnerLines({ winners: report.winners, titles })) say(line);
    say(`Words of the wall: ${wallWords(root)}`);
  } else say('This board does not hold.');
}
process.exitCode = report.ok ? 0 : 1;
