import type { Instant } from '#app/kernel/instant.ts';

/** The stations of an application, in story order. */
export type StationName = 'write' | 'send' | 'panel' | 'pitch' | 'decision' | 'agreement' | 'money' | 'mentoring';

export type Station = {
  readonly name: StationName;
  readonly state: 'past' | 'now' | 'next';
  /** What happened or happens here, as a key of the stage's words. */
  readonly note: NoteName;
  readonly at: Instant | null;
};

export type NoteName =
  | 'writing'
  | 'written'
  | 'closed-unsent'
  | 'sent'
  | 'withdrawn'
  | 'not-eligible'
  | 'more-needed'
  | 'reopened'
  | 'waiting-for-panel'
  | 'panel-reads'
  | 'panel-done'
  | 'shortlisted'
  | 'not-shortlisted'
  | 'pitch-coming'
  | 'pitched'
  | 'no-pitch-day'
  | 'deciding'
  | 'awarded'
  | 'reserve'
  | 'declined'
  | 'offer-open'
  | 'offer-accepted'
  | 'offer-refused'
  | 'offer-lapsed'
  | 'money-planned'
  | 'money-needs-account'
  | 'money-in-hand'
  | 'money-all-paid'
  | 'mentor-coming'
  | 'mentor-with-you'
  | 'ahead';

/** Who has to do something next, or nobody. */
export type NextActor = 'you' | 'panel' | 'partner' | 'finance' | 'mentor' | 'room' | 'nobody';

export type StandingFacts = {
  readonly application: 'draft' | 'submitted' | 'withdrawn';
  readonly submittedAt: Instant | null;
  readonly window: 'not-yet' | 'open' | 'closed';
  readonly closesAt: Instant;
  readonly panel: 'preparing' | 'scoring' | 'closed';
  /** What the check of eligibility found, as far as the reader knows; null for nothing that changes anything. */
  readonly eligibility: 'not-eligible' | 'more-needed' | null;
  /** Whether some of what was sent can be written anew at this moment. */
  readonly isReopened: boolean;
  readonly shortlisting: 'shortlisted' | 'not-shortlisted' | null;
  readonly hasPitchDay: boolean;
  readonly pitchDayAt: Instant | null;
  readonly pitchDay: 'planned' | 'running' | 'over' | null;
  readonly outcome: 'awarded' | 'reserve' | 'declined' | null;
  readonly award: 'offered' | 'accepted' | 'refused' | 'lapsed' | null;
  readonly payeeKnown: boolean;
  readonly tranchesPaid: number;
  readonly tranchesPlanned: number;
  readonly mentorMatched: boolean;
};

export type Standing = {
  readonly stations: readonly Station[];
  readonly now: NoteName;
  readonly actsNext: NextActor;
  /** The story of this application is over without an award, or was taken back. */
  readonly isOver: boolean;
};

type Present = { station: StationName; note: NoteName; actsNext: NextActor; isOver?: boolean };

/**
 * Says where an application stands and who acts next, from the facts of every stage.
 * A decision counts only once it was recorded; until then nothing here hints at it.
 */
export function standingOf(facts: StandingFacts): Standing {
  const present = presentOf(facts);
  const order = stationsOf(facts);
  const place = order.indexOf(present.station);
  const isOver = present.isOver ?? false;
  const reached = isOver ? order.slice(0, place + 1) : order;
  return {
    stations: reached.map((name, index) => ({
      name,
      state: index < place || (isOver && index === place) ? 'past' : index === place ? 'now' : 'next',
      note: index === place ? present.note : index < place ? pastNote(name, facts) : 'ahead',
      at: atOf(name, facts, present.note),
    })),
    now: present.note,
    actsNext: present.actsNext,
    isOver,
  };
}

function stationsOf(facts: StandingFacts): StationName[] {
  const all: StationName[] = ['write', 'send', 'panel', 'pitch', 'decision', 'agreement', 'money', 'mentoring'];
  return facts.hasPitchDay ? all : all.filter((name) => name !== 'pitch');
}

/** The latest fact wins: the story only moves forward. */
function presentOf(facts: StandingFacts): Present {
  if (facts.application === 'withdrawn')
    return { station: 'send', note: 'withdrawn', actsNext: 'nobody', isOver: true };
  if (facts.application === 'draft') {
    return facts.window === 'closed'
      ? { station: 'write', note: 'closed-unsent', actsNext: 'nobody', isOver: true }
      : { station: 'write', note: 'writing', actsNext: 'you' };
  }
  if (facts.award !== null) return afterOffer(facts, facts.award);
  if (facts.outcome === 'awarded') return { station: 'decision', note: 'awarded', actsNext: 'partner' };
  if (facts.outcome === 'reserve') return { station: 'decision', note: 'reserve', actsNext: 'partner' };
  if (facts.outcome === 'declined') return { station: 'decision', note: 'declined', actsNext: 'nobody', isOver: true };
  return beforeDecision(facts);
}

function beforeDecision(facts: StandingFacts): Present {
  if (facts.eligibility === 'not-eligible')
    return { station: 'panel', note: 'not-eligible', actsNext: 'nobody', isOver: true };
  if (facts.isReopened) return { station: 'panel', note: 'reopened', actsNext: 'you' };
  if (facts.shortlisting === 'not-shortlisted')
    return { station: 'panel', note: 'not-shortlisted', actsNext: 'partner' };
  if (facts.shortlisting === 'shortlisted' && facts.hasPitchDay && facts.pitchDay !== 'over') {
    return facts.pitchDay === 'running'
      ? { station: 'pitch', note: 'pitch-coming', actsNext: 'room' }
      : { station: 'pitch', note: 'pitch-coming', actsNext: facts.pitchDayAt === null ? 'partner' : 'you' };
  }
  if (facts.shortlisting === 'shortlisted') return { station: 'decision', note: 'deciding', actsNext: 'partner' };
  if (facts.panel === 'closed') return { station: 'panel', note: 'panel-done', actsNext: 'partner' };
  if (facts.panel === 'scoring') return { station: 'panel', note: 'panel-reads', actsNext: 'panel' };
  if (facts.eligibility === 'more-needed') return { station: 'panel', note: 'more-needed', actsNext: 'you' };
  return { station: 'panel', note: 'waiting-for-panel', actsNext: 'partner' };
}

function afterOffer(facts: StandingFacts, award: NonNullable<StandingFacts['award']>): Present {
  if (award === 'offered') return { station: 'agreement', note: 'offer-open', actsNext: 'you' };
  if (award === 'refused') return { station: 'agreement', note: 'offer-refused', actsNext: 'nobody', isOver: true };
  if (award === 'lapsed') return { station: 'agreement', note: 'offer-lapsed', actsNext: 'nobody', isOver: true };
  const isAllPaid = facts.tranchesPlanned > 0 && facts.tranchesPaid === facts.tranchesPlanned;
  if (!facts.payeeKnown && !isAllPaid) return { station: 'money', note: 'money-needs-account', actsNext: 'you' };
  if (facts.tranchesPaid === 0) return { station: 'money', note: 'money-planned', actsNext: 'finance' };
  if (!facts.mentorMatched) return { station: 'mentoring', note: 'mentor-coming', actsNext: 'partner' };
  return { station: 'mentoring', note: 'mentor-with-you', actsNext: 'mentor' };
}

function pastNote(name: StationName, facts: StandingFacts): NoteName {
  if (name === 'write') return 'written';
  if (name === 'send') return 'sent';
  if (name === 'panel') return facts.shortlisting === 'not-shortlisted' ? 'not-shortlisted' : 'shortlisted';
  if (name === 'pitch') return 'pitched';
  if (name === 'decision') return facts.outcome === 'reserve' ? 'reserve' : 'awarded';
  if (name === 'agreement') return 'offer-accepted';
  if (name === 'money') return facts.tranchesPaid === facts.tranchesPlanned ? 'money-all-paid' : 'money-in-hand';
  return 'mentor-with-you';
}

function atOf(name: StationName, facts: StandingFacts, now: NoteName): Instant | null {
  if (name === 'write') return facts.application === 'draft' ? facts.closesAt : null;
  if (name === 'send') return facts.submittedAt;
  // Until the call closes nobody else has a turn.
  if (name === 'panel') return now === 'waiting-for-panel' && facts.window === 'open' ? facts.closesAt : null;
  if (name === 'pitch') return facts.pitchDayAt;
  return null;
}
