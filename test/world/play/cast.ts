import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '#app/paths.ts';
import type { CastMember } from '#app/people/queries/demonstration.server.ts';
import { story } from '#db/story/index.ts';
import type { AnyApplication } from '#db/story/types.ts';
import type { StoryStage } from './stages.ts';
import type { StoryWorld } from './story-world.ts';

/** One person for each part of the story: whom a newcomer begins with, in the order of the story. */
const PARTS: ReadonlyMap<string, string> = new Map([
  [story.leads.appliesInWriting, 'Applied in writing'],
  [story.leads.appliesOnVideo, 'Applied on video'],
  [story.leads.assesses, 'Sits on the panel'],
  [story.leads.managesSocialInnovation, 'Runs the call'],
  [story.leads.preparesPayments, 'Prepares the payments'],
  [story.leads.approvesPayments, 'Approves the payments'],
  [story.leads.mentors, 'Mentors a group'],
]);

/** Writes down who can be chosen on the demonstration's first page, and where each begins. */
export function writeCast(world: StoryWorld, _until: StoryStage): void {
  const applications = story.calls.flatMap((call) => story.applications[call.slug] as readonly AnyApplication[]);
  const member = (person: { key: string; name: string; about: string }, startsAt: string): CastMember => {
    const part = PARTS.get(person.key);
    const { name, about } = person;
    return { personId: world.id(person.key), name, about, startsAt, ...(part === undefined ? {} : { part }) };
  };
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
