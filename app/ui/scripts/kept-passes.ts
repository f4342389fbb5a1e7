/** A voting pass on this device: what votes, and nothing of who asked for it. */
export type KeptPass = { readonly token: string; readonly signature: string };

/** An asking whose answer has not come: sent again word for word, it gets the same answer. */
export type Asking = {
  readonly code: string;
  readonly token: string;
  readonly blinded: string;
  readonly unblinding: string;
};

/** The passes for one poll. Null where pages may not remember anything: a pass that is lost is a lost vote. */
export function keptPasses(pollId: string) {
  const [passesKey, askingKey] = [`pass/${pollId}`, `asking/${pollId}`];
  try {
    localStorage.setItem('pass/test', 'x');
    localStorage.removeItem('pass/test');
  } catch {
    return null;
  }
  const read = <Kept>(key: string): Kept[] => JSON.parse(localStorage.getItem(key) ?? '[]');
  const write = (key: string, kept: readonly object[]) => localStorage.setItem(key, JSON.stringify(kept));
  const others = (code: string) => read<Asking>(askingKey).filter((asking) => asking.code !== code);
  return {
    all: () => read<KeptPass>(passesKey),
    askingWith: (code: string) => read<Asking>(askingKey).find((asking) => asking.code === code) ?? null,
    keepAsking: (asking: Asking) => write(askingKey, [...others(asking.code), asking]),
    dropAsking: (code: string) => write(askingKey, others(code)),
    /** The pass is kept before its asking is forgotten: whatever happens between, it is still there. */
    keep: (code: string, pass: KeptPass) => {
      write(passesKey, [...read<KeptPass>(passesKey).filter(({ token }) => token !== pass.token), pass]);
      write(askingKey, others(code));
    },
    drop: (token: string) =>
      write(
        passesKey,
        read<KeptPass>(passesKey).filter((pass) => pass.token !== token),
      ),
  };
}
