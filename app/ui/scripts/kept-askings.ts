/** An asking whose answer has not come: sent again word for word, it gets the same answer. */
export type Asking = {
  readonly code: string;
  readonly token: string;
  readonly blinded: string;
  readonly unblinding: string;
};

/** What this device has asked for and not been given; for pages that may remember something. */
export function keptAskings(pollId: string) {
  const key = `asking/${pollId}`;
  const all = (): Asking[] => JSON.parse(localStorage.getItem(key) ?? '[]');
  const without = (code: string) => all().filter((asking) => asking.code !== code);
  const write = (askings: readonly Asking[]) => localStorage.setItem(key, JSON.stringify(askings));
  return {
    with: (code: string) => all().find((asking) => asking.code === code) ?? null,
    keep: (asking: Asking) => write([...without(asking.code), asking]),
    drop: (code: string) => write(without(code)),
  };
}
