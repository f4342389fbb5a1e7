import { foundPartner } from '#app/people/commands/found-partner.server.ts';
import { story } from '#db/story/index.ts';
import type { StoryWorld } from './story-world.ts';

const DUTIES = { manager: ['manager'], 'finance-maker': ['finance'], 'finance-checker': ['finance'] } as const;

/** Sets up the two awarding partners with their staff, and introduces everybody else who has a name. */
export function playPeople(world: StoryWorld): void {
  for (const partner of story.partners) {
    const staff = story.staff.filter((member) => member.partner === partner.slug);
    const partnerId = foundPartner(world.as(null), {
      slug: partner.slug,
      name: partner.name,
      email: partner.contactEmail,
      contact: partner.contact,
      staff: staff.map((member) => ({ name: member.name, email: member.email, duties: DUTIES[member.duty] })),
    });
    world.ids.set(partner.slug, partnerId);
  }
  for (const person of [...story.staff, ...story.mentors, ...story.panel]) world.meet(person);
}

/** The key of the partner's manager, maker or checker. */
export function staffKey(partner: string, duty: keyof typeof DUTIES): string {
  const member = story.staff.find((candidate) => candidate.partner === partner && candidate.duty === duty);
  if (member === undefined) throw new Error(`${partner} has no ${duty}`);
  return member.key;
}
