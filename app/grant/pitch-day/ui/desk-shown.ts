import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import type { Desk } from '../queries/desk.server.ts';

/** The desk as its page receives it: of the call only what is shown. */
export type DeskShown = Omit<Desk, 'call'> & {
  readonly now: number;
  readonly call: Pick<CallFacts, 'id' | 'title' | 'timeZone' | 'currency' | 'roomPotMinor'>;
};
