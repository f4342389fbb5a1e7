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
  const spreading = new Spreading(desk);
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep += 1) {
    if (spreading.sweep() < GAIN_MIN * spreading.loadCostMin) return;
  }
}

/**
 * The least that any plan could cost which gives out as many minutes, if reviews could be cut into minutes and nobody
 * were barred from anything: participants have their promised share, or more where that is more even.
 */
export function relaxedCost(desk: Desk): number {
  const { load, minutesMax, isParticipant } = desk;
  const sum = (of: (member: number) => number) => sumOf(desk.members, of);
  const all = sum((member) => load[member] as number);
  const agreed = sum((member) => minutesMax[member] as number);
  const agreedByParticipants = sum((member) => (isParticipant[member] as number) * (minutesMax[member] as number));
  const promised = sumOf(
    desk.applications,
    (application) =>
      (desk.minutes[application] as number) * Math.min(desk.givenOf(application), desk.participantsNeeded),
  );
  const byParticipants = Math.max(promised, (all * agreedByParticipants) / agreed);
  const cost = (minutes: number, among: number) => (minutes <= 0 ? 0 : minutes ** 2 / among);
  return cost(byParticipants, agreedByParticipants) + cost(all - byParticipants, agreed - agreedByParticipants);
}

/** What the loads cost as they are. */
export function loadCost({ load, minutesMax }: Pick<Desk, 'load' | 'minutesMax'>): number {
  return load.reduce((sum, one, member) => (one === 0 ? sum : sum + one ** 2 / (minutesMax[member] as number)), 0);
}

/** A desk while reviews are handed over on it, and what makes a gain of one kind comparable with one of another. */
class Spreading {
  readonly loadCostMin: number;
  private readonly desk: Desk;
  private readonly companyScale: number;
  private readonly severityScale: number;
  private byBurden: Int32Array = Int32Array.of();
  /** Whose turn it is to be looked at, by their place in that order. */
  private turn = 0;

  constructor(desk: Desk) {
    const reviews = sumOf(desk.applications, (application) => desk.givenOf(application));
    this.desk = desk;
    this.loadCostMin = Math.max(1, relaxedCost(desk));
    this.companyScale = (COMPANY_WEIGHT * this.loadCostMin) / Math.max(1, reviews * (desk.reviews - 1));
    this.severityScale = (SEVERITY_WEIGHT * this.loadCostMin) / Math.max(1, reviews);
  }

  /** Looks at every review once. @returns what was gained */
  sweep(): number {
    const { desk } = this;
    let gained = 0;
    this.byBurden = membersByBurden(desk);
    for (let application = 0; application < desk.applications; application += 1) {
      for (let seat = desk.keptOf(application); seat < desk.givenOf(application); seat += 1) {
        gained += this.better(application, seat);
      }
    }
    return gained;
  }

  /** @returns what was gained, 0 where the review is best where it is */
  private better(application: number, seat: number): number {
    const { desk, companyScale, severityScale } = this;
    const member = desk.at(application, seat);
    const others = desk.givenOf(application) - 1;
    const minutes = desk.minutes[application] as number;
    const isNeeded = desk.isNeeded(application, member);
    const together = sumOf(others + 1, (at) => desk.severity[desk.at(application, at)] as number);
    const rest = together - (desk.severity[member] as number);
    // Of squares: each meeting more of two who have met often costs more.
    const company = 2 * (desk.metBeside(application, seat, member) - others);
    const freed = companyScale * company + severityScale * together ** 2 - costOfMore(desk, member, -minutes);
    let best: number | null = null;
    let most = 1e-9;
    for (let at = 0; at < Math.min(this.byBurden.length, 2 * LOOKED_AT); at += 1) {
      const heir = this.nextHeir(at);
      const gainAtMost = freed - costOfMore(desk, heir, minutes);
      // Most are out of the question by their load alone, and most others by their company: what they may is asked last.
      if (gainAtMost <= most || (isNeeded && desk.isParticipant[heir] === 0)) continue;
      const after = rest + (desk.severity[heir] as number);
      const gain = gainAtMost - companyScale * 2 * desk.metBeside(application, seat, heir) - severityScale * after ** 2;
      if (gain <= most || !desk.hasMinutes(application, heir) || !desk.mayTake(application, heir)) continue;
      best = heir;
      most = gain;
    }
    if (best === null) return 0;
    desk.handOver(application, seat, best);
    return most;
  }

  /** The least burdened, and after them others by turns; all of them where they are few. */
  private nextHeir(at: number): number {
    const { byBurden } = this;
    if (at < LOOKED_AT || byBurden.length <= 2 * LOOKED_AT) return byBurden[at] as number;
    this.turn = this.turn + 1 < byBurden.length ? this.turn + 1 : 0;
    return byBurden[this.turn] as number;
  }
}

/** What so many minutes more, or less, change in the cost of the loads. */
function costOfMore(desk: Desk, member: number, minutes: number): number {
  return (minutes * (2 * (desk.load[member] as number) + minutes)) / (desk.minutesMax[member] as number);
}

/** Without those who agreed to nothing. */
function membersByBurden({ load, minutesMax }: Desk): Int32Array {
  const burden = load.map((minutes, member) => minutes / (minutesMax[member] as number));
  return Int32Array.from(load.keys())
    .filter((member) => minutesMax[member] !== 0)
    .sort((one, other) => (burden[one] as number) - (burden[other] as number));
}

function sumOf(length: number, of: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += of(at);
  return sum;
}
