import type { Desk } from './desk.ts';

/**
 * What company and severity may weigh beside an even load: so little that both together cost the evenness of the
 * loads less than a hundredth (`npm run bench -- panel`).
 */
const COMPANY_WEIGHT = 0.02;
const SEVERITY_WEIGHT = 0.02;
/** Whoever is looked at for each review: the least burdened, and as many by turns. */
const LOOKED_AT = 6;
const SWEEPS_MAX = 4;
/** A sweep that gains less than this share of the cost was the last. */
const GAIN_MIN = 1e-4;

/**
 * Moves reviews from one member to another as long as it makes the whole better: loads in proportion to what each
 * agreed to, the same two people together as rarely as can be (so that all can be compared with all), and harsh beside
 * lenient. Nothing that was given out before moves.
 *
 * The cost of the loads is Σ load² / agreed minutes: it is least where everyone has the same share of what they agreed.
 */
export function spread(desk: Desk): void {
  const load = Math.max(1, relaxedCost(desk));
  const reviews = desk.given.reduce((sum, { length }) => sum + length, 0);
  const company = Math.max(1, reviews * (desk.reviews - 1));
  const scale = {
    company: (COMPANY_WEIGHT * load) / company,
    severity: (SEVERITY_WEIGHT * load) / Math.max(1, reviews),
  };
  let turn = 0;
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep += 1) {
    let gained = 0;
    const byBurden = membersByBurden(desk);
    for (let application = 0; application < desk.applications; application += 1) {
      for (const member of [...(desk.given[application] as number[])]) {
        if (!desk.mayMove(application, member)) continue;
        turn += 1;
        gained += better(desk, application, member, heirAt(byBurden, turn), scale);
      }
    }
    if (gained < GAIN_MIN * load) return;
  }
}

/**
 * The least that any plan could cost which gives out as many minutes, if reviews could be cut into minutes and nobody
 * were barred from anything: participants have their promised share, or more where that is more even.
 */
export function relaxedCost(desk: Desk): number {
  const { load, minutesMax, isParticipant } = desk;
  const sum = (of: (member: number) => number) => load.reduce((total, _, member) => total + of(member), 0);
  const all = sum((member) => load[member] as number);
  const agreed = sum((member) => minutesMax[member] as number);
  const agreedByParticipants = sum((member) => (isParticipant[member] as number) * (minutesMax[member] as number));
  const promised = desk.given.reduce(
    (total, given, application) =>
      total + (desk.minutes[application] as number) * Math.min(given.length, desk.participantsNeeded),
    0,
  );
  const byParticipants = Math.max(promised, (all * agreedByParticipants) / agreed);
  const cost = (minutes: number, among: number) => (minutes <= 0 ? 0 : minutes ** 2 / among);
  return cost(byParticipants, agreedByParticipants) + cost(all - byParticipants, agreed - agreedByParticipants);
}

/** What the loads cost as they are. */
export function loadCost({ load, minutesMax }: Pick<Desk, 'load' | 'minutesMax'>): number {
  return load.reduce((sum, one, member) => (one === 0 ? sum : sum + one ** 2 / (minutesMax[member] as number)), 0);
}

type Scale = { readonly company: number; readonly severity: number };

/** @returns what was gained, 0 where the review is best where it is */
function better(
  desk: Desk,
  application: number,
  member: number,
  heirAt: (at: number) => number | undefined,
  scale: Scale,
): number {
  const isNeeded = desk.isParticipant[member] === 1 && desk.participantsOn(application) <= desk.participantsNeeded;
  let best: number | null = null;
  let most = 1e-9;
  for (let at = 0; at < 2 * LOOKED_AT; at += 1) {
    const heir = heirAt(at);
    if (heir === undefined) break;
    if (heir === member || (isNeeded && desk.isParticipant[heir] === 0)) continue;
    if (!desk.mayTake(application, heir) || !desk.hasMinutes(application, heir)) continue;
    const gain = gainOf(desk, application, member, heir, scale);
    if (gain <= most) continue;
    best = heir;
    most = gain;
  }
  if (best === null) return 0;
  desk.take(application, member);
  desk.give(application, best);
  return most;
}

function gainOf(desk: Desk, application: number, member: number, heir: number, scale: Scale): number {
  const minutes = desk.minutes[application] as number;
  const [from, to] = [desk.load[member] as number, desk.load[heir] as number];
  const less = (from ** 2 - (from - minutes) ** 2) / (desk.minutesMax[member] as number);
  const more = ((to + minutes) ** 2 - to ** 2) / (desk.minutesMax[heir] as number);
  let company = 0;
  let together = 0;
  for (const other of desk.given[application] as number[]) {
    together += desk.severity[other] as number;
    if (other === member) continue;
    // Of squares: each meeting more of two who have met often costs more.
    company += 2 * desk.met(member, other) - 1 - (2 * desk.met(heir, other) + 1);
  }
  const after = together - (desk.severity[member] as number) + (desk.severity[heir] as number);
  return less - more + scale.company * company + scale.severity * (together ** 2 - after ** 2);
}

function membersByBurden(desk: Desk): number[] {
  const burden = (member: number) => (desk.load[member] as number) / (desk.minutesMax[member] as number);
  return Array.from({ length: desk.members }, (_, member) => member).sort((one, other) => burden(one) - burden(other));
}

/** The least burdened, and after them others by turns; all of them where they are few. */
const heirAt =
  (byBurden: readonly number[], turn: number) =>
  (at: number): number | undefined =>
    at < LOOKED_AT || byBurden.length <= 2 * LOOKED_AT
      ? byBurden[at]
      : byBurden[(turn * LOOKED_AT + at - LOOKED_AT) % byBurden.length];
