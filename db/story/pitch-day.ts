import { socialEnterpriseBallots } from './ballots/social-enterprise.ts';
import { socialInnovationBallots } from './ballots/social-innovation.ts';
import type { PitchDayStory } from './types.ts';

export const pitchDays: readonly PitchDayStory[] = [
  {
    call: 'social-innovation',
    place: 'The Weavers’ Hall',
    address: '14 Ribbon Lane, Coventry CV1 5ZZ',
    access: [
      'No steps from the street to the stage.',
      'Two accessible toilets and a changing place on the ground floor.',
      'A hearing loop in the first six rows, and captions on the screen.',
      'A quiet room and a prayer room, both open all day.',
      'A crèche for children from six months. Tell us by Wednesday.',
      'Free travel cards at the door. Bus 8 and 21 stop outside.',
    ],
    interpreters: [
      { language: 'ar', name: 'Nahla Sabri' },
      { language: 'ti', name: 'Abel Yohannes' },
      { language: 'fa', name: 'Laleh Karimi' },
      { language: 'ro', name: 'Simona Vasile' },
    ],
    pitchSeconds: 180,
    runningOrder: [
      { time: '12:15', what: 'Doors open. Each guest draws a ballot sheet from the shuffled stack.' },
      { time: '13:00', what: 'Welcome. How to vote, in five languages, with a trial vote about tea or coffee.' },
      { time: '13:20', what: 'Pitches 1 to 7, three minutes each and one question.' },
      { time: '14:00', what: 'Break with food. Children’s parade.' },
      { time: '14:30', what: 'Pitches 8 to 14.' },
      { time: '15:10', what: 'Short break.' },
      { time: '15:25', what: 'Pitches 15 to 20.' },
      { time: '16:00', what: 'Vote opens for twenty minutes. Helpers at three tables.' },
      { time: '16:20', what: 'Vote closes. The final root is shown on the screen.' },
      { time: '16:30', what: 'Result, count by count, and photographs with those who agree.' },
    ],
    notes: [
      'The order of pitches is drawn by lot on the Thursday before.',
      'Groups that answered on video may show up to sixty seconds of it inside their three minutes.',
      'Letay Habte brings the pots at eleven and needs two sockets.',
      'Nobody is filmed with a red dot on the badge.',
    ],
    tokens: { printed: 60, returned: 4, spoiled: 1, cast: 54 },
    ballots: socialInnovationBallots,
  },
  {
    call: 'social-enterprise',
    place: 'Button Factory Yard',
    address: '3 Thimble Street, Birmingham B1 3ZZ',
    access: [
      'The lift to the first floor takes a powered chair.',
      'Accessible toilets on both floors.',
      'Captions on the screen. British Sign Language on the left of the stage.',
      'A quiet room, a prayer room and a room for feeding babies.',
      'A crèche for children from one year. Tell us by Wednesday.',
      'We pay taxis for those who cannot use the bus.',
    ],
    interpreters: [
      { language: 'ar', name: 'Nahla Sabri' },
      { language: 'uk', name: 'Bohdana Shevchuk' },
      { language: 'ti', name: 'Abel Yohannes' },
      { language: 'pa', name: 'Kulwinder Dhillon' },
    ],
    pitchSeconds: 180,
    runningOrder: [
      { time: '10:15', what: 'Doors open. Stalls with samples. Ballot sheets are drawn at the door.' },
      { time: '11:00', what: 'Welcome, and how to vote.' },
      { time: '11:15', what: 'Pitches 1 to 10, three minutes each and one question.' },
      { time: '12:10', what: 'Lunch, cooked by last year’s founders.' },
      { time: '13:00', what: 'Pitches 11 to 20.' },
      { time: '13:55', what: 'Vote opens for twenty minutes.' },
      { time: '14:15', what: 'Vote closes. The final root is shown on the screen.' },
      { time: '14:30', what: 'Result, and what happens on Monday.' },
    ],
    notes: [
      'Samples stay on the stalls: food on stage made the first row vote for lunch last year.',
      'Dhol and Daf pitch without drums, and play after the result.',
      'Olena Bondar comes from a night shift. Her place is in the second half, by her wish.',
    ],
    tokens: { printed: 60, returned: 5, spoiled: 1, cast: 54 },
    ballots: socialEnterpriseBallots,
  },
];
