import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import { type Interest, type InterestState, isLooking, type PanelOffer } from '../rules/panel-offer.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { practiceSeverity, type Tendency, tendencyOf } from '../rules/practice.ts';
import { findInterestsOf } from '../store/panel-interest.server.ts';
import { findOffer, findPracticeOfPanel } from '../store/seat-terms.server.ts';
import { runPanel } from './run-panel.server.ts';
import { type MemberTerms, termsOf } from './seat-terms.server.ts';

export type OfferDesk = {
  readonly call: {
    readonly id: Id;
    readonly slug: string;
    readonly title: string;
    readonly currency: Currency;
    readonly timeZone: string;
  };
  readonly state: PanelState;
  readonly offer: PanelOffer | null;
};

/** What the panel asks and gives, for whoever runs it; null for everybody else. */
export function offerDesk(context: Context, callId: Id): OfferDesk | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const { id, slug, title, currency, timeZone } = run.call;
  return { call: { id, slug, title, currency, timeZone }, state: run.state, offer: findOffer(context.db, callId) };
}

export type NamedPerson = Interest & {
  readonly interestId: Id;
  readonly name: string;
  readonly email: string;
  readonly sentAt: Instant;
  readonly state: InterestState;
};

export type SeatedPerson = MemberTerms & {
  readonly memberId: Id;
  readonly name: string;
  readonly kind: MemberKind;
  /** How many of the made-up applications are scored, and what that says. */
  readonly practised: number;
  readonly tendency: Tendency;
};

export type PanelPeople = Pick<OfferDesk, 'call' | 'state'> & {
  readonly isLooking: boolean;
  readonly waiting: readonly NamedPerson[];
  readonly turnedDown: readonly NamedPerson[];
  readonly seated: readonly SeatedPerson[];
};

/** Who would like to sit on the panel, and what those who sit there said they need; null unless she may run it. */
export function panelPeople(context: Context, callId: Id): PanelPeople | null {
  const desk = offerDesk(context, callId);
  const run = runPanel(context, callId);
  if (desk === null || run === null) return null;
  const interests = findInterestsOf(context.db, callId);
  const members = run.members.filter((member) => member.state === 'accepted');
  const people = peopleById(context, [
    ...interests.map(({ personId }) => personId),
    ...members.map(({ personId }) => personId),
  ]);
  const terms = termsOf(context.db, callId);
  const practised = Map.groupBy(findPracticeOfPanel(context.db, callId), ({ memberId }) => memberId);
  const named = interests.map(
    ({ id, personId, callId: _, consentVersion: __, answeredAt: ___, answeredBy: ____, ...said }) => ({
      ...said,
      interestId: id,
      name: people.get(personId)?.name ?? '',
      email: people.get(personId)?.email ?? '',
    }),
  );
  return {
    call: desk.call,
    state: desk.state,
    isLooking: isLooking(desk.offer, desk.state),
    waiting: named.filter(({ state }) => state === 'waiting'),
    turnedDown: named.filter(({ state }) => state === 'turned-down'),
    seated: members
      .flatMap(({ id, personId, kind }) => {
        const theirs = terms.get(id);
        if (theirs === undefined) return [];
        const sheets = practised.get(id) ?? [];
        const practice = { practised: sheets.length, tendency: tendencyOf(practiceSeverity(sheets)) };
        return [{ ...theirs, ...practice, memberId: id, name: people.get(personId)?.name ?? '', kind }];
      })
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
  };
}
