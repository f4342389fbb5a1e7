import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Proved, proved } from '../promise.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { type DiskStep, noRecorder, recordDisk } from './disk-record.ts';
import { broken as brokenIn, nothingAcknowledged, type TrialVote, takeDown, voteOnDisk } from './kept-ballots.ts';

/** Casts long enough for some checkpoints, each of which rewrites the whole file. */
const BALLOTS = 240;
/** After so many images another vote is recorded. */
const IMAGES_PER_VOTE = 1_000;
/** Smaller than this a disk does not tear. */
const SECTOR = 512;

type Change = Extract<DiskStep, { kind: 'write' | 'truncate' }>;

/** What is on a disk for certain, by file, and what was handed to it since and may be there or not. */
type Disk = { readonly certain: Map<string, Buffer>; waiting: Change[] };

/**
 * Replays recorded writes of a ballot box up to a random moment, as disks lose power: what was synced is there, and of the
 * rest each write is there, is not, or is torn. Everything that was acknowledged by then must be there each time.
 */
export function proveDiskImages(images: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('no acknowledged ballot is lost, whatever a disk loses that was not synced', tell, async (broken) => {
    const why = noRecorder();
    if (why !== null) {
      process.stderr.write(`Crashes of the disk are left out: ${why}.\n`);
      return 0;
    }
    const chance = seeded(seed);
    for (let from = 0; from < images; from += IMAGES_PER_VOTE) {
      const many = Math.min(IMAGES_PER_VOTE, images - from);
      for (const fault of lostInOneVote(many, chance)) broken(`seed ${seed}: ${fault}`);
    }
    return images;
  });
}

function* lostInOneVote(images: number, chance: Seeded): Generator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vote-images-'));
  try {
    const vote = voteOnDisk(folder, BALLOTS, chance);
    const before = join(folder, 'before.db');
    copyFileSync(vote.file, before);
    const program = ['scripts/proof/vote/cast-and-die.ts', vote.file, vote.requestsFile, '0', String(BALLOTS)];
    const steps = recordDisk(vote.file, join(folder, 'calls'), program);
    const trial = { folder, before, vote, chance };
    for (let image = 0; image < images; image += 1) yield* lostIn(trial, steps);
    // The proof itself must be able to see: a database that never waited for its disk does lose ballots.
    const hasty = steps.filter((step) => step.kind !== 'sync');
    if (!Array.from({ length: 20 }).some(() => lostIn(trial, hasty).length > 0)) {
      yield 'the proof is blind: a disk that was never synced loses nothing either';
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Trial = {
  readonly folder: string;
  readonly before: string;
  readonly vote: TrialVote;
  readonly chance: Seeded;
};

/** Cuts the power after some step, and says what is lost. */
function lostIn({ folder, before, vote, chance }: Trial, steps: readonly DiskStep[]): string[] {
  const end = 1 + chance.below(steps.length);
  const said = nothingAcknowledged();
  const disk: Disk = { certain: new Map([[vote.file, readFileSync(before)]]), waiting: [] };
  for (const step of steps.slice(0, end)) {
    if (step.kind === 'said') takeDown(said, step.line);
    else if (step.kind === 'sync') sync(disk, step.file);
    else disk.waiting.push(step);
  }
  for (const change of disk.waiting) {
    for (const piece of survived(change, chance)) apply(disk.certain, piece);
  }
  const image = join(folder, 'image.db');
  for (const ending of ['', '-wal', '-shm']) rmSync(`${image}${ending}`, { force: true });
  for (const [file, bytes] of disk.certain) writeFileSync(file.replace(vote.file, image), bytes);
  try {
    return [...brokenIn(image, vote.pollId, said)].map((fault) => `${fault} (after step ${end} of ${steps.length})`);
  } catch (error) {
    return [`the ballot box does not open after step ${end} of ${steps.length}: ${String(error)}`];
  }
}

function sync(disk: Disk, file: string): void {
  for (const change of disk.waiting) if (change.file === file) apply(disk.certain, change);
  disk.waiting = disk.waiting.filter((change) => change.file !== file);
}

/** What of a write is on the disk: nothing, all, or some of its sectors. */
function survived(change: Change, chance: Seeded): Change[] {
  if (chance.inHundred(40)) return [change];
  if (change.kind === 'truncate' || chance.inHundred(50)) return [];
  const { bytes, at, file } = change;
  const sectors = Array.from({ length: Math.ceil(bytes.length / SECTOR) }, (_, place) => place * SECTOR);
  return sectors
    .filter(() => chance.inHundred(50))
    .map((from) => ({ kind: 'write', file, at: at + from, bytes: bytes.subarray(from, from + SECTOR) }));
}

function apply(disk: Map<string, Buffer>, change: Change): void {
  const was = disk.get(change.file) ?? Buffer.alloc(0);
  if (change.kind === 'truncate') {
    const now = Buffer.alloc(change.size);
    was.copy(now);
    disk.set(change.file, now);
    return;
  }
  const end = change.at + change.bytes.length;
  const now = Buffer.alloc(Math.max(end, was.length));
  was.copy(now);
  change.bytes.copy(now, change.at);
  disk.set(change.file, now);
}
