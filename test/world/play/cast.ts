import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '#app/paths.ts';
import type { CastMember } from '#app/people/queries/demonstration.server.ts';
import { story } from '#db/story/index.ts';
import type { AnyApplication } from '#db/story/types.ts';
import type { StoryStage } from './stages.ts';
import type { StoryWorld } from './story-world.ts';

/** Writes down who can be chosen on the demonstration's first page, and where each begins. */
export function writeCast(world: StoryWorld, _until: StoryStage): void {
  const applications = story.calls.flatMap((call) => story.applications[call.slug] as readonly AnyApplication[]);
  const member = (person: { key: string; name: string; about: string }, startsAt: string): CastMember => ({
    personId: world.id(person.key),
    name: person.name,
    about: person.about,
    startsAt,
  });
  const followed: readonly string[] = Object.values(story.leads);
  const leads = applications
    .filter((application) => world.ids.has(application.lead.key))
    .filter((application, place) => place < 12 || followed.includes(application.lead.key))
    .map((application) =>
      member({ ...application.lead, about: `${application.groupName}: ${application.oneLine}` }, '/apply'),
    );
  const groups = [
    { title: 'People who apply', people: leads },
    { title: 'Panels', people: story.panel.map((person) => member(person, paths.panel())) },
    {
      title: 'Awarding partners',
      people: story.staff.map((person) => member(person, person.duty === 'manager' ? paths.staff() : '/finance')),
    },
    { title: 'Mentors', people: story.mentors.map((person) => member(person, '/mentor')) },
  ];
  writeFileSync(join(world.env.DATA_DIR, 'cast.json'), JSON.stringify(groups));
}
