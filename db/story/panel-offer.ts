import type { PanelOfferStory } from './types.ts';

/** What every panel of the story asks of its participants, and what they get for it. */
export const panelOffer: PanelOfferStory = {
  minutesAsked: 900,
  hourlyMinor: 1_500,
  childcare:
    'We pay a childminder of your choice, up to £14 an hour. Children can also come: there is a room to play in.',
  travel: 'We send you a day ticket before each meeting.',
  access: 'Interpreters at every meeting. We lend you a tablet with data.',
  // Both live in the towns of the call and do not apply.
  interested: [
    {
      key: 'selam-gebru',
      name: 'Selam Gebru',
      email: 'selam.gebru@panel.example',
      language: 'ti',
      reads: ['ti', 'am', 'en'],
      minutesMax: 600,
      payChoice: 'voucher',
      needsChildcare: true,
      needsTravel: true,
      about: 'I interpret at our church. I have never done this before. Mondays are not possible.',
    },
    {
      key: 'yasin-hotak',
      name: 'Yasin Hotak',
      email: 'yasin.hotak@panel.example',
      language: 'ps',
      reads: ['ps', 'fa', 'en'],
      minutesMax: 900,
      payChoice: 'cash',
      needsChildcare: false,
      needsTravel: false,
      about: 'I drive a taxi at night and read in the morning.',
    },
  ],
};
