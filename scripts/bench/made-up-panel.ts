import type { AssignmentFacts } from '#app/grant/assessment/rules/assigning/assignment-facts.ts';
import { type RandomNumbers, randomNumbers } from '#app/grant/assessment/rules/ranking/random-numbers.ts';
import type { Rating } from '#app/grant/assessment/rules/ranking/ratings.ts';

/** Of each application. */
const REVIEWS = 5;

type Size = { readonly applications: number; readonly members: number };

/** A panel that has so many reviews to do, with some eighty for each member, as large as it needs to be. */
export function panelFor(reviews: number): Size {
  return { applications: reviews / REVIEWS, members: Math.max(REVIEWS + 1, Math.round(reviews / 83)) };
}

/** Five scores from 1 to 6 for each application, by members of whom some are harsh and some kind. */
export function madeUpScores({ applications, members }: Size): Rating[] {
  const random = randomNumbers(`scores of ${applications}`);
  const severity = Array.from({ length: members }, () => 0.5 * random.normal());
  return Array.from({ length: applications }, (_, application) => {
    const quality = 3.5 + random.normal();
    return someOf(members, random).map((member) => ({
      application: `application ${application}`,
      reviewer: `member ${member}`,
      value: Math.min(6, Math.max(1, Math.round(quality + (severity[member] ?? 0) + 0.8 * random.normal()))),
    }));
  }).flat();
}

/** Half of them participants, a third reading a second language, a tie for each application. */
export function madeUpPanel({ applications, members }: Size): AssignmentFacts {
  const random = randomNumbers(`panel of ${members}`);
  const below = (most: number) => Math.floor(random.uniform() * most);
  const minutesEach = (applications * REVIEWS * 14) / members;
  return {
    applications: Array.from({ length: applications }, (_, at) => ({
      id: `application ${at}`,
      minutes: 4 + below(20),
      languages: [below(10) === 0 ? 'so' : 'en'],
    })),
    members: Array.from({ length: members }, (_, at) => {
      const minutes = Math.round(1.6 * minutesEach) + below(Math.round(minutesEach / 4));
      return {
        id: `member ${at}`,
        isParticipant: at % 2 === 0,
        reads: at % 3 === 0 || at < REVIEWS ? ['en', 'so'] : ['en'],
        minutesMax: minutes,
        minutesAgreed: minutes,
        severity: 0.4 * random.normal(),
      };
    }),
    reviews: REVIEWS,
    participantShareMin: 50,
    barred: Array.from({ length: applications }, (_, at) => ({
      applicationId: `application ${at}`,
      memberId: `member ${below(members)}`,
    })),
    kept: [],
  };
}

function someOf(members: number, random: RandomNumbers): number[] {
  const chosen = new Set<number>();
  while (chosen.size < REVIEWS) chosen.add(Math.floor(random.uniform() * members));
  return [...chosen];
}
