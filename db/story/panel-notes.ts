import type { PanelNote } from './types.ts';

/** What assessors write beside their scores. Notes without `about` fit any application of their band. */
export const panelNotes: readonly PanelNote[] = [
  {
    band: 'strong',
    about: { application: 'saturday-health-table', assessor: 'bo-leung' },
    strength:
      'The eleven months for a dentist happened to her. She knows what to say to the next person, because nobody said it to her.',
    concern: 'Two women every Saturday for forty weeks. Who steps in when one is ill?',
  },
  {
    band: 'strong',
    about: { application: 'saturday-health-table', assessor: 'ruth-ansah' },
    strength: 'They say clearly that they give no medical advice. That is the line I look for.',
    concern: 'They need a simple rule for what they do when somebody is really unwell.',
  },
  {
    band: 'strong',
    about: { application: 'hillfields-housing-desk', assessor: 'musa-abdelrahim' },
    strength:
      'Photographs on the first day: simple, cheap, and it works in court. I read it in Arabic and it is well written.',
    concern: 'Eight people, and each visit needs two. More than two visits a week will be hard.',
  },
  {
    band: 'strong',
    about: { application: 'damp-detectives', assessor: 'nadia-rezai' },
    strength: 'I liked the film. He shows the meter and says the number, and then one understands.',
    concern: 'What happens if a landlord is angry? Families need somebody to phone.',
  },
  {
    band: 'strong',
    about: { application: 'bus-pass-to-first-wage', assessor: 'helen-marsh' },
    strength:
      'They counted seventeen people. The loan is small, the rules fit on one side, and losses are in the budget.',
    concern: 'Lending has rules. I want to see the debt adviser’s page before the first loan.',
  },
  {
    band: 'strong',
    about: { application: 'khartoum-evening-clinic', assessor: 'imran-qureshi' },
    strength: 'Three questions on a card is an idea that every surgery could copy.',
    concern: 'Doctors lead it. The five neighbours must keep a real say.',
  },
  {
    band: 'strong',
    about: { application: 'womens-bicycle-school', assessor: 'dev-sandhu' },
    strength: 'Those who finish become the helpers. The group grows its own teachers.',
    concern: 'Where do ten bicycles sleep in winter?',
  },
  {
    band: 'middling',
    about: { application: 'twelve-beds', assessor: 'emily-barton' },
    strength: 'Forty households already share out the water days. I have seen the list on the door.',
    concern: 'The soil test could stop everything, so it should come before the wood is bought.',
  },
  {
    band: 'middling',
    about: { application: 'news-in-ten-minutes', assessor: 'bo-leung' },
    strength: 'A voice message is how people in my building get their news too.',
    concern: 'I do not know how they choose what is news, and who checks it.',
  },
  {
    band: 'middling',
    about: { application: 'guarantor-circle', assessor: 'nadia-rezai' },
    strength: 'Saving in a circle works. My aunt bought a shop like this.',
    concern: 'It does not say what happens when someone cannot pay in.',
  },
  {
    band: 'weak',
    about: { application: 'cv-in-one-hour', assessor: 'bo-leung' },
    strength: 'One hour and then you have a CV: that is a good promise.',
    concern: 'Volunteers from companies decide everything. Those who look for a job are only asked at the end.',
  },
  {
    band: 'strong',
    about: { application: 'lunch-for-the-night-ward', assessor: 'farida-noori' },
    strength: 'She sold 143 meals before she asked us for anything.',
    concern: 'In March the hospital wants 3 per cent. Is this in the price already?',
  },
  {
    band: 'strong',
    about: { application: 'lunch-for-the-night-ward', assessor: 'hana-suleiman' },
    strength: 'Price and food cost are what I see in canteens that survive.',
    concern: 'Boxes that come back need a place to be washed. I did not find the cost of it.',
  },
  {
    band: 'strong',
    about: { application: 'hair-at-home', assessor: 'george-hale' },
    strength: 'Three signed agreements and a break-even I can check on the back of an envelope.',
    concern: 'Growth depends on one group of eleven homes.',
  },
  {
    band: 'strong',
    about: { application: 'chairs-again', assessor: 'cristina-pop' },
    strength: 'The restaurant never closes, because he brings other chairs. That is thinking of the customer.',
    concern: 'The plan knows that tax advice is missing. Let us give it early.',
  },
  {
    band: 'middling',
    about: { application: 'photo-van', assessor: 'anita-desai-brown' },
    strength: 'He told us about the rainy day as well as the good ones. I trust these numbers.',
    concern: 'More than half of the money goes into one horsebox.',
  },
  {
    band: 'weak',
    about: { application: 'swim-lane-nine', assessor: 'farida-noori' },
    strength: 'I would go there myself, and so would my sisters.',
    concern: 'Each lesson costs more than it earns. She knows it, and has no answer yet.',
  },
  {
    band: 'weak',
    about: { application: 'wellbeing-app', assessor: 'hagos-kidane' },
    strength: 'Twelve languages is a good aim.',
    concern: 'Nobody is named who would use it, and the programmers are not found.',
  },
  {
    band: 'strong',
    strength: 'Clear steps, fair costs, and the people it is for are the people who lead it.',
    concern: 'Much depends on one person. I would like to see a second name for each task.',
  },
  {
    band: 'strong',
    strength: 'They tried it first with their own time and told us what went wrong.',
    concern: 'It may grow faster than they can manage. A mentor should help them to say no.',
  },
  {
    band: 'strong',
    strength: 'I could explain this to my neighbour in one sentence.',
    concern: 'I looked for what stays after the money is spent and found only half of it.',
  },
  {
    band: 'strong',
    strength: 'The numbers are honest, with food, travel and childcare in them.',
    concern: 'The first month is very full.',
  },
  {
    band: 'middling',
    strength: 'A real need, described with warmth.',
    concern: 'I could not see who decides when the group does not agree.',
  },
  {
    band: 'middling',
    strength: 'Good people for this work.',
    concern: 'One important yes is still missing: the room, the school or the owner.',
  },
  {
    band: 'middling',
    strength: 'Small and careful. It can be done.',
    concern: 'Life gets easier while it runs, and then it ends.',
  },
  {
    band: 'middling',
    strength: 'The answer about the money is exact.',
    concern: 'The answer about the people is short. Who asked for this?',
  },
  {
    band: 'weak',
    strength: 'There is a good idea inside.',
    concern: 'The plan is larger than the money and the year.',
  },
  {
    band: 'weak',
    strength: 'The person who writes has skill and energy.',
    concern: 'It is made for people and not with them.',
  },
  {
    band: 'weak',
    strength: 'It would be a happy day.',
    concern: 'I cannot see what is different the week after.',
  },
  {
    band: 'weak',
    strength: 'I understand what they want to buy.',
    concern: 'I do not understand what happens with it on an ordinary Tuesday.',
  },
];
