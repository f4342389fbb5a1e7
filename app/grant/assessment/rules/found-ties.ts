import type { Id } from '#app/kernel/id.ts';
import { areLikeParts, houseOf, namePartsOf } from '../../application/rules/names.ts';
import type { SeatLink } from './seat-terms.ts';

/** A member, as much of her as a tie can be found by. */
export type TieSeat = {
  readonly memberId: Id;
  readonly personId: Id;
  readonly email: string;
  /** As she has confirmed it; null where she gave none. */
  readonly phone: string | null;
  readonly links: readonly SeatLink[];
  /** Teams she was ever in, of any call. */
  readonly teams: readonly { readonly applicationId: Id; readonly team: ReadonlySet<Id> }[];
  /** People of groups whose mentor she was. */
  readonly mentored: ReadonlySet<Id>;
};

/** An application, as much of who stands behind it. */
export type TieGroup = {
  readonly applicationId: Id;
  readonly groupName: string;
  /** The organisation that would hold its money; empty unless one would. */
  readonly hostName: string;
  readonly team: readonly { readonly personId: Id; readonly name: string; readonly email: string }[];
  readonly helpers: ReadonlySet<Id>;
  readonly phones: readonly string[];
};

export type FoundGround = SeatLink['kind'] | 'mentor' | 'helped' | 'team';
export type FoundTie = { readonly memberId: Id; readonly applicationId: Id; readonly ground: FoundGround };

/** What is alike and may be a coincidence: staff look at it. */
export type Likeness = FoundTie & {
  readonly ground: SeatLink['kind'];
  /** What she told, and what is like it; an address's house where that is what they share. */
  readonly told: string;
  readonly like: string;
};

/** What stands behind a name of an organisation in papers, and not on its door. */
const LEGAL_FORMS = new Set('ltd limited cic cio plc llp inc gmbh ev the'.split(' '));

/**
 * Every tie that is certain: she helped to write it, was in a team with somebody of its team, mentored somebody of it,
 * named it, somebody of it or the organisation that would
 * hold its money, or has the telephone it was sent in from. One for each pair, the first that is found.
 */
export function certainTies(seats: readonly TieSeat[], groups: readonly TieGroup[]): FoundTie[] {
  const keys = new Map(groups.map((group) => [group.applicationId, namesOf(group).map(keyOf)]));
  return seats.flatMap((seat) => {
    const told = new Map(seat.links.map(({ kind, name }) => [keyOf(name), kind]));
    return groups.flatMap((group): FoundTie[] => {
      const named = (keys.get(group.applicationId) ?? []).find((key) => key !== '' && told.has(key));
      const ground = certainGround(seat, group, named === undefined ? null : (told.get(named) ?? null));
      return ground === null ? [] : [{ memberId: seat.memberId, applicationId: group.applicationId, ground }];
    });
  });
}

function certainGround(seat: TieSeat, group: TieGroup, named: SeatLink['kind'] | null): FoundGround | null {
  const isOfTeam = (people: ReadonlySet<Id>) => group.team.some(({ personId }) => people.has(personId));
  if (group.team.some(({ personId }) => personId === seat.personId)) return 'team';
  if (group.helpers.has(seat.personId)) return 'helped';
  const elsewhere = seat.teams.filter(({ applicationId }) => applicationId !== group.applicationId);
  if (elsewhere.some(({ team }) => isOfTeam(team))) return 'team';
  if (isOfTeam(seat.mentored)) return 'mentor';
  if (named !== null) return named;
  if (seat.phone !== null && group.phones.some((phone) => isSamePhone(phone, seat.phone ?? ''))) return 'household';
  return null;
}

/** What could be a tie and is not certain: names that are alike, and addresses of the same house. */
export function likelyTies(seats: readonly TieSeat[], groups: readonly TieGroup[]): Likeness[] {
  const named = groups.map((group) => ({
    group,
    names: namesOf(group).map((name) => ({ name, parts: partsOf(name) })),
  }));
  return seats.flatMap((seat) => {
    const told = seat.links.map(({ kind, name }) => ({ kind, name, parts: partsOf(name) }));
    const house = houseOf(seat.email);
    return named.flatMap(({ group, names }): Likeness[] => {
      const pair = { memberId: seat.memberId, applicationId: group.applicationId };
      for (const { kind, name, parts } of told) {
        const like = names.find(
          (one) => parts.some(isTelling) && one.parts.some(isTelling) && areLikeParts(parts, one.parts),
        );
        if (like !== undefined) return [{ ...pair, ground: kind, told: name, like: like.name }];
      }
      if (house !== null && group.team.some(({ email }) => houseOf(email) === house)) {
        return [{ ...pair, ground: 'organisation', told: house, like: house }];
      }
      return [];
    });
  });
}

/**
 * Whether a member must not learn of a tie: whoever is shown that a name, an address or a telephone led to a group
 * learns who is in it. What she did herself, helping, mentoring, working together, she knows.
 */
export function isKeptQuiet(tie: { readonly raisedBy: string; readonly ground: string | null }): boolean {
  if (tie.raisedBy === 'applicant') return true;
  return tie.raisedBy === 'portal' && !['mentor', 'helped', 'team'].includes(tie.ground ?? '');
}

function namesOf({ groupName, hostName, team }: TieGroup): string[] {
  return [groupName, hostName, ...team.map(({ name }) => name)];
}

/** A name without its legal form, unless it is nothing else. */
function partsOf(name: string): string[] {
  const parts = namePartsOf(name);
  const telling = parts.filter((part) => !LEGAL_FORMS.has(part));
  return telling.length > 0 ? telling : parts;
}

function keyOf(name: string): string {
  return partsOf(name).join(' ');
}

function isTelling(part: string): boolean {
  return part.length >= 4;
}

/** The last nine digits: the same telephone is written with and without its country. */
function isSamePhone(one: string, other: string): boolean {
  const [ends, endsToo] = [one, other].map((phone) => phone.replace(/\D/g, '').slice(-9));
  return ends !== undefined && ends.length === 9 && ends === endsToo;
}
