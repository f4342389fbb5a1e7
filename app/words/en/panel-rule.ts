/** How a panel's scores become an order: what everybody may read beside a call, and what a manager chooses from. */
export const panelRule = {
  link: 'How scores become an order',
  title: 'How scores become an order',
  lead: 'This is fixed before anybody scores. Nobody can change it after they have seen a score.',
  mayChange: 'Scoring has not started. Until then this can still change.',
  fixed: 'Scoring has started. This does not change any more.',
  methodTitle: 'From scores to an order',
  methods: {
    mean: {
      name: 'Plain mean',
      text: 'Each application gets the mean of its scores. The highest mean comes first.',
    },
    trimmed: {
      name: 'Mean without the highest and the lowest',
      text: 'The highest and the lowest score are left out. The mean of the others counts.',
    },
    z: {
      name: 'Mean that allows for strict readers',
      text: 'Some people give high scores to all, some give low scores to all. We compare each score with the other scores of the same person.',
    },
    bayes: {
      name: 'Ranking that says how sure it is',
      text: 'A calculation allows for strict and for generous readers. It also says how sure each place is.',
    },
  },
  middleTitle: 'When the scores cannot tell',
  middleText: 'Some applications can be too close to the line. The scores cannot tell which of them is better.',
  middles: {
    discussion: { name: 'The panel talks', text: 'The panel talks about them, and then it is decided.' },
    lottery: { name: 'A lottery', text: 'We draw lots among them. Everybody can check the draw afterwards.' },
  },
  reviews: 'Each application is read and scored by {count, plural, one {# person} other {# people}}.',
  quorum:
    'A meeting of the panel can decide when {count, plural, one {# member is} other {# members are}} there, and enough participants among them.',
  numbersTitle: 'How many people',
} as const;
