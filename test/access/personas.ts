import { story } from '#db/story/index.ts';
import type { AnyApplication } from '#db/story/types.ts';
import type { Named } from '#test/world/play/story-world.ts';

/**
 * Everybody who asks, by what they are to the records of the table: the first call of the story, and in it the
 * application on video, which was awarded.
 */
export const PERSONAS = [
  'visitor',
  'applicant',
  'other applicant',
  'writer of a draft',
  'applicant who withdrew',
  'panel member',
  'panel member with a conflict',
  'member of the other panel',
  'person asked to join the panel',
  'person who said no to the panel',
  'manager',
  'manager of the other partner',
  'finance maker',
  'finance checker',
  'finance of the other partner',
  'auditor',
  'mentor',
  'mentor of another group',
] as const;

export type Persona = (typeof PERSONAS)[number];
export type SignedIn = Exclude<Persona, 'visitor'>;

/** The application that the table calls "the application", by its key in the story. */
export const THE_APPLICATION = 'damp-detectives';

/** Who plays whom: people of the story, and three whom only this test invites. */
export const CASTING: Readonly<Record<SignedIn, Named>> = {
  applicant: leadOf(THE_APPLICATION),
  'other applicant': lead(story.leads.appliesInWriting),
  'writer of a draft': lead(story.leads.leavesADraft),
  'applicant who withdrew': lead(story.leads.withdraws),
  'panel member': named(story.panel, story.leads.assesses),
  'panel member with a conflict': named(story.panel, 'emily-barton'),
  'member of the other panel': named(story.panel, story.leads.assessesEnterprises),
  'person asked to join the panel': invited('ines-duarte', 'Ines Duarte'),
  'person who said no to the panel': invited('piotr-zalewski', 'Piotr Zalewski'),
  manager: named(story.staff, story.leads.managesSocialInnovation),
  'manager of the other partner': named(story.staff, story.leads.managesSocialEnterprise),
  'finance maker': named(story.staff, story.leads.preparesPayments),
  'finance checker': named(story.staff, story.leads.approvesPayments),
  'finance of the other partner': named(story.staff, 'siobhan-kelly'),
  auditor: invited('ava-lindqvist', 'Ava Lindqvist'),
  mentor: named(story.mentors, story.leads.mentors),
  'mentor of another group': named(story.mentors, 'susan-priestley'),
};

/** Others of that call, asked in the rows in which they differ from somebody above: `ties.test.ts`. */
export const TIED_CASTING = {
  'panel member with a soft tie': named(story.panel, 'helen-marsh'),
  'panel member whom staff keep away': named(story.panel, 'dev-sandhu'),
  'panel member with nothing given out to her': invited('lina-farah', 'Lina Farah'),
  'panel member who works for its host': invited('adwoa-mensah', 'Adwoa Mensah'),
  'manager in the team': { key: 'sami-awad', name: 'Sami Awad', email: 'sami.awad@team.example', language: 'en' },
} as const satisfies Readonly<Record<string, Named>>;

export type Tied = keyof typeof TIED_CASTING;

export const SIGNED_IN = PERSONAS.filter((persona) => persona !== 'visitor');

/** The call, the application and its words, as the story tells them. */
export function applicationOf(key: string): AnyApplication {
  const found = story.calls
    .flatMap((call) => story.applications[call.slug] as readonly AnyApplication[])
    .find((application) => application.key === key);
  if (found === undefined) throw new Error(`the story has no application ${key}`);
  return found;
}

function leadOf(key: string): Named {
  return applicationOf(key).lead;
}

function lead(key: string): Named {
  const found = story.calls
    .flatMap((call) => story.applications[call.slug] as readonly AnyApplication[])
    .find((application) => application.lead.key === key);
  if (found === undefined) throw new Error(`nobody called ${key} applies in the story`);
  return found.lead;
}

function named(people: readonly Named[], key: string): Named {
  const found = people.find((person) => person.key === key);
  if (found === undefined) throw new Error(`the story has nobody called ${key}`);
  return found;
}

function invited(key: string, name: string): Named {
  return { key, name, email: `${key}@panel.example`, language: 'en' };
}
