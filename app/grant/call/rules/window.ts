import { DAY, type Instant } from '#app/kernel/instant.ts';

export type Window = { readonly opensAt: Instant; readonly closesAt: Instant };
export type WindowState = 'not-yet' | 'open' | 'closed';

/** Says whether a call takes applications: from the millisecond it opens until the one before it closes. */
export function windowOf(window: Window, now: Instant): WindowState {
  if (now < window.opensAt) return 'not-yet';
  return now < window.closesAt ? 'open' : 'closed';
}

/** Days until the close, the last one counted even when only minutes of it are left; 0 when it is over. */
export function daysLeft(window: Window, now: Instant): number {
  return Math.max(0, Math.ceil((window.closesAt - now) / DAY));
}
