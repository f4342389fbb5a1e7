/** A voting pass on this device: what votes, and nothing of who asked for it. */
export type KeptPass = { readonly token: string; readonly signature: string };

/** The passes for one poll, on a device whose pages may remember something. */
export function keptPasses(pollId: string) {
  const key = `pass/${pollId}`;
  const all = (): KeptPass[] => JSON.parse(localStorage.getItem(key) ?? '[]');
  const without = (token: string) => all().filter((pass) => pass.token !== token);
  const write = (passes: readonly KeptPass[]) => localStorage.setItem(key, JSON.stringify(passes));
  return {
    all,
    keep: (pass: KeptPass) => write([...without(pass.token), pass]),
    drop: (token: string) => write(without(token)),
  };
}
