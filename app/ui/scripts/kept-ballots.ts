/** A ballot as this phone remembers it: enough to send it again, and to find it on the board. */
export type KeptBallot = {
  /** Tells sheets apart without keeping their codes. */
  readonly sheet: string;
  readonly leaf: string;
  readonly r: string;
  readonly body: string;
  readonly titles: readonly string[];
  /** Only until the receipt is here. */
  readonly token?: string;
  /** The signature of a voting pass, where it votes with one; until the receipt is here. */
  readonly pass?: string | undefined;
  readonly tracker?: string;
  readonly signature?: string;
};

/** What this phone has cast in one poll, in the order of casting. Null where pages may not remember anything. */
export function keptBallots(pollId: string) {
  const key = `vote/${pollId}`;
  const read = (): KeptBallot[] => JSON.parse(localStorage.getItem(key) ?? '[]');
  try {
    localStorage.setItem('vote/test', 'x');
    localStorage.removeItem('vote/test');
  } catch {
    return null;
  }
  const write = (ballots: readonly KeptBallot[]) => localStorage.setItem(key, JSON.stringify(ballots));
  return {
    all: read,
    /** Before anything is sent: whatever happens to the connection, the same ballot can be sent again. */
    keep: (ballot: KeptBallot) => write([...read().filter((other) => other.sheet !== ballot.sheet), ballot]),
    drop: (sheet: string) => write(read().filter((other) => other.sheet !== sheet)),
    forget: () => localStorage.removeItem(key),
  };
}
