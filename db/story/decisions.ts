import type { Reason } from './types.ts';

/** Why the manager invited a group to pitch day; every shortlisted application has exactly one. */
export const shortlistReasons: readonly Reason[] = [
  {
    key: 'lived-and-led',
    text: 'The people who lead it live with the problem, and the plan shows it in every answer.',
    applications: [
      'saturday-health-table',
      'hillfields-housing-desk',
      'damp-detectives',
      'first-meeting-buddies',
      'carers-own',
    ],
  },
  {
    key: 'already-tried',
    text: 'They tried it before they asked for money, and told us what they learned.',
    applications: [
      'thursday-kitchen',
      'ward-walks',
      'lunch-for-the-night-ward',
      'walks-by-neighbours',
      'two-wheels-back',
      'interpreters-on-call',
      'photo-van',
    ],
  },
  {
    key: 'others-can-copy',
    text: 'It leaves something behind that another street could copy.',
    applications: [
      'words-for-the-dentist',
      'khartoum-evening-clinic',
      'first-night-box',
      'letters-with-windows',
      'polling-day-lift',
    ],
  },
  {
    key: 'hands-it-on',
    text: 'Those who were helped become the helpers, so it grows without us.',
    applications: [
      'womens-bicycle-school',
      'mock-interview-bus',
      'forklift-fridays',
      'reference-exchange',
      'chairs-again',
    ],
  },
  {
    key: 'fills-a-gap',
    text: 'Nobody else in the three cities does this, and the need is counted.',
    applications: [
      'bus-pass-to-first-wage',
      'hair-at-home',
      'arabic-speaking-memory-cafe',
      'theory-test-in-your-language',
    ],
  },
  {
    key: 'the-people-decide',
    text: 'The people it is for hold the money and the vote.',
    applications: ['young-budget', 'twelve-beds', 'walk-after-drop-off', 'repair-sunday'],
  },
  {
    key: 'customers-pay',
    text: 'Customers have paid already, and the price covers the cost.',
    applications: [
      'injera-to-order',
      'damascus-breakfast',
      'pickle-and-peel',
      'second-seam',
      'wedding-drummers',
      'henna-and-hall',
    ],
  },
  {
    key: 'sale-does-good',
    text: 'Each sale does some good, and we could see for whom.',
    applications: ['maths-aunties', 'calligraphy-workshops', 'soap-and-story', 'coding-saturdays'],
  },
];

/** What a letter says to a group that was not chosen; every one of them has exactly one. */
export const declineReasons: readonly Reason[] = [
  {
    key: 'start-with-people',
    text: 'Your skills are clear, and we believe that you could do this. The panel missed the voices of the people it is for. Ask five of them to plan it with you, and show us what they changed.',
    applications: [
      'cv-in-one-hour',
      'radiator-school',
      'sleep-circle',
      'tenancy-theatre',
      'pharmacy-map',
      'letter-writing-evening',
    ],
  },
  {
    key: 'try-it-smaller',
    text: 'The need is real, and the plan is bigger than the money and the year. We would like to read a plan for a quarter of it: one place, one group, three months.',
    applications: ['screening-sisters', 'festival-of-bread', 'sewing-to-contract'],
  },
  {
    key: 'first-a-yes',
    text: 'The panel liked the idea. It depends on somebody who has not said yes yet: a school, an owner or the first members. Come back with that yes. We will gladly help you to ask.',
    applications: ['teachers-again', 'paint-the-stairwell', 'new-fathers-tea'],
  },
  {
    key: 'the-week-after',
    text: 'Several assessors would love to come. They could not see what would be different in the week after. Tell us the one thing that stays.',
    applications: ['complaints-choir', 'street-assembly', 'grandmother-library', 'cricket-and-tea', 'radio-balcony'],
  },
  {
    key: 'rules-for-shared-money',
    text: 'Sharing money or hours in a circle works, and the panel knows it. It needs written rules for the day when somebody cannot give back. A mentor can write one page with you before the next call.',
    applications: ['guarantor-circle', 'market-of-skills'],
  },
  {
    key: 'very-near',
    text: 'You were near. Twenty places went to applications with slightly more detail on who decides and what happens first. With one more page we would expect to see you on the next shortlist.',
    applications: [
      'news-in-ten-minutes',
      'dari-parents-evening',
      'night-shift-english',
      'hearing-afternoons',
      'shared-house-rules',
      'market-stall-trial',
      'embroidered-names',
      'halal-school-lunchbox',
      'dog-walk-and-talk',
    ],
  },
  {
    key: 'ask-ten-customers',
    text: 'The panel wanted to buy it, but could not see who else would. Ask ten possible customers for a small order, with the price. Even four times yes would change our answer.',
    applications: [
      'arepa-bike',
      'honey-from-roofs',
      'oud-repair-and-lessons',
      'heritage-tutors-online',
      'barber-academy',
    ],
  },
  {
    key: 'price-and-cost',
    text: 'Many people would be glad of this. At the price you give, each sale costs you money. Our adviser can sit with you for an hour to look at price, room and group size.',
    applications: ['swim-lane-nine', 'film-nights', 'toy-hospital'],
  },
  {
    key: 'numbers-from-your-street',
    text: 'Your numbers come from the whole market. The panel looks for numbers from your own street: ten jars sold, ten people asked. Our start-up course would be a good next step, and a place is free.',
    applications: ['shea-studio', 'wellbeing-app'],
  },
  {
    key: 'one-more-pair-of-hands',
    text: 'You know your trade. The business rests on one person, and the panel worried about the first week of flu. Find a second person, and tell us who does what.',
    applications: ['phone-clinic', 'gym-behind-curtain', 'recipe-english', 'baby-massage-rooms'],
  },
  {
    key: 'good-inside-the-sale',
    text: 'This may become a good business. In this call each sale must also do some good, and we could not see for whom. If you have an answer to that, we want to hear it.',
    applications: ['spice-subscription', 'cloth-by-the-metre', 'cricket-commentary'],
  },
  {
    key: 'below-minimum-support',
    text: 'The panel scored your plan highly. On pitch day fewer than one ballot in ten chose it, and the published rule asks for at least that many. This says little about your work and much about three minutes on a stage. We would like to help you to show it again.',
    applications: ['reference-exchange', 'interpreters-on-call'],
  },
  {
    key: 'ranked-after-the-last-award',
    text: 'You reached pitch day and gave a clear pitch. Panel and room together placed sixteen others before you. The scores of each criterion are in this letter, and we can talk about them.',
    applications: ['polling-day-lift', 'coding-saturdays'],
  },
];
