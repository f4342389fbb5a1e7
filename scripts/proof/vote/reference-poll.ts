import type { PollState } from '#app/grant/pitch-day/rules/poll-state.ts';
import { MINUTE } from '#app/kernel/instant.ts';

/** What a request says, as far as a small model needs it. */
export type Sent = {
  readonly sheet: number;
  readonly leaf: string;
  readonly choices: readonly number[];
  /** Follows the rules of the poll, and its leaf is its own. */
  readonly isGood: boolean;
};

const OPTIONS = 4;

/**
 * A poll as vote.md tells of it, small enough to be seen to be right: sheets, ballots and a state. No database, no hashes.
 * Each method answers as the ballot box must: null for yes, otherwise the reason.
 */
export class ReferencePoll {
  readonly sheets: number;
  readonly opensAt: number;
  readonly closesAt: number;
  state: PollState = 'draft';
  readonly used = new Map<number, string>();
  readonly lost = new Set<number>();
  readonly ballots = new Map<string, Sent>();
  sealed = 0;
  checkpoints = 0;
  closedAt = 0;

  constructor(sheets: number, opensAt: number, closesAt: number) {
    this.sheets = sheets;
    this.opensAt = opensAt;
    this.closesAt = closesAt;
  }

  freeze(): string | null {
    if (this.state !== 'draft') return 'not-draft';
    if (this.sheets - this.lost.size < 10) return 'too-few-voters';
    this.state = 'frozen';
    return null;
  }

  open(now: number): string | null {
    if (this.state !== 'frozen') return 'not-frozen';
    if (now < this.opensAt) return 'too-early';
    if (now >= this.closesAt) return 'too-late';
    this.state = 'open';
    return null;
  }

  cast(sent: Sent, now: number): string | null {
    if (sent.sheet >= this.sheets) return 'unknown-token';
    if (this.used.has(sent.sheet)) return this.ballots.has(sent.leaf) ? null : 'already-used';
    if (this.lost.has(sent.sheet)) return 'void-token';
    if (this.state !== 'open' || now >= this.closesAt) return 'not-open';
    if (!sent.isGood) return 'bad-ballot';
    if (this.ballots.has(sent.leaf)) return 'leaf-taken';
    this.used.set(sent.sheet, sent.leaf);
    this.ballots.set(sent.leaf, sent);
    return null;
  }

  void(sheet: number): string | null {
    if (sheet >= this.sheets) return 'unknown-token';
    if (this.lost.has(sheet)) return null;
    if (this.state !== 'draft' && this.state !== 'frozen' && this.state !== 'open') return 'already-closed';
    if (this.used.has(sheet)) return 'already-used';
    this.lost.add(sheet);
    return null;
  }

  checkpoint(): string | null {
    if (this.state !== 'open') return 'not-open';
    if (this.ballots.size - this.sealed < 10) return 'too-few-new';
    this.seal();
    return null;
  }

  close(now: number): string | null {
    if (this.state !== 'open') return 'not-open';
    this.seal();
    this.state = 'closed';
    this.closedAt = now;
    return null;
  }

  reveal(now: number): string | null {
    if (this.state !== 'closed') return 'not-closed';
    if (now < this.closedAt + MINUTE) return 'too-early';
    this.state = 'revealed';
    return null;
  }

  certify(): string | null {
    if (this.state !== 'revealed') return 'not-revealed';
    this.state = 'certified';
    return null;
  }

  approvals(): number[] {
    const approvals = Array.from({ length: OPTIONS }, () => 0);
    for (const { choices } of this.ballots.values())
      for (const choice of choices) approvals[choice - 1] = (approvals[choice - 1] ?? 0) + 1;
    return approvals;
  }

  private seal(): void {
    this.sealed = this.ballots.size;
    this.checkpoints += 1;
  }
}
