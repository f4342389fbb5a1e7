import type { Instant } from '#app/kernel/instant.ts';

/** A limit for each store, so that two portals in one process, as tests have them, do not count for each other. */
export function limitPerStore<Store extends object>(max: number, windowMs: number): (store: Store) => RateLimit {
  const limits = new WeakMap<Store, RateLimit>();
  return (store) => {
    const limit = limits.get(store) ?? new RateLimit(max, windowMs);
    limits.set(store, limit);
    return limit;
  };
}

/** Counts tries per key in a sliding window. In memory: a restart forgives, which is kinder than a lock-out. */
export class RateLimit {
  readonly #max: number;
  readonly #windowMs: number;
  readonly #tries = new Map<string, Instant[]>();

  constructor(max: number, windowMs: number) {
    this.#max = max;
    this.#windowMs = windowMs;
  }

  /** Counts one try and says whether it is still within the limit. */
  allows(key: string, now: Instant): boolean {
    const recent = (this.#tries.get(key) ?? []).filter((at) => at > now - this.#windowMs);
    if (recent.length >= this.#max) {
      this.#tries.set(key, recent);
      return false;
    }
    recent.push(now);
    this.#tries.set(key, recent);
    if (this.#tries.size > 50_000) this.#forgetOld(now);
    return true;
  }

  /** Whether the limit is reached, without counting a try. */
  isReached(key: string, now: Instant): boolean {
    const recent = (this.#tries.get(key) ?? []).filter((at) => at > now - this.#windowMs);
    return recent.length >= this.#max;
  }

  #forgetOld(now: Instant): void {
    for (const [key, tries] of this.#tries) {
      if (tries.every((at) => at <= now - this.#windowMs)) this.#tries.delete(key);
    }
  }
}
