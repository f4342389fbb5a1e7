import { hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { myPartners, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { type NamedPerson, namedPeople } from '../../application/queries/named-people.server.ts';
import { type AwardCard, awardById } from '../../award/queries/award-card.server.ts';
import { mayRunMentoring } from '../rules/access.ts';
import { freeHours, speaks, suggestMentors } from '../rules/matching.ts';
import { countGroups, findLiveMatch, findMentorsOf, type MentorRow } from '../store.server.ts';

export type MentorCard = {
  readonly mentorId: Id;
  readonly partnerId: Id;
  readonly name: string;
  readonly about: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly city: string;
  readonly hoursAMonth: number;
  readonly groups: number;
  readonly freeHours: number;
};

/** The mentors of every partner the signed-in person manages; null when she manages none. */
export function mentorList(context: Context): { partners: { id: Id; name: string }[]; mentors: MentorCard[] } | null {
  const partners = myPartners(context)
    .filter((partner) => hasDuty(context.actor, 'manager', partner.id))
    .map(({ id, name }) => ({ id, name }));
  if (partners.length === 0) return null;
  const rows = findMentorsOf(
    context.db,
    partners.map((partner) => partner.id),
  );
  return { partners, mentors: cardsOf(context, rows).toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
}

export type SuggestedMentor = MentorCard & {
  readonly speaksLanguage: boolean;
  readonly sameCity: boolean;
  readonly isCurrent: boolean;
};

export type MatchDesk = {
  readonly award: AwardCard;
  readonly language: string;
  readonly city: string;
  readonly theme: string;
  readonly oneLine: string;
  /** Best fit first. */
  readonly mentors: readonly SuggestedMentor[];
  /** Those of the partner's mentors whom the group has named, certainly or perhaps. */
  readonly named: readonly NamedPerson[];
};

/** Who could mentor the group of an award, for a manager of its partner; null for anybody else. */
export function matchDesk(context: Context, awardId: Id): MatchDesk | null {
  const award = awardById(context, awardId);
  if (award === null || !mayRunMentoring(context.actor, award)) return null;
  const card = applicationCard(context, award.applicationId);
  if (card === null || isHiddenFromMe(context, card.id)) return null;
  const currentId = findLiveMatch(context.db, awardId)?.mentor.id ?? null;
  const rows = findMentorsOf(context.db, [award.partnerId]);
  const named = namedPeople(
    context,
    award.callId,
    rows.map(({ personId }) => personId),
  ).filter(({ applicationId }) => applicationId === card.id);
  const mentors = cardsOf(context, rows).map((mentor) => ({
    ...mentor,
    speaksLanguage: speaks(mentor.languages, card.language),
    sameCity: mentor.city === card.city,
    isCurrent: mentor.mentorId === currentId,
  }));
  const { language, city, theme, oneLine } = card;
  return { award, language, city, theme, oneLine, mentors: suggestMentors(mentors), named };
}

function cardsOf(context: Context, rows: readonly MentorRow[]): MentorCard[] {
  const people = peopleById(
    context,
    rows.map((row) => row.personId),
  );
  const counts = countGroups(
    context.db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const groups = counts.get(row.id) ?? 0;
    return {
      mentorId: row.id,
      partnerId: row.partnerId,
      name: people.get(row.personId)?.name ?? '',
      about: row.about,
      skills: row.skills,
      languages: row.languages,
      city: row.city,
      hoursAMonth: row.hoursAMonth,
      groups,
      freeHours: freeHours({ hoursAMonth: row.hoursAMonth, groups }),
    };
  });
}
