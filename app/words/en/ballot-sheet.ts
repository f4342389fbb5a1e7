/** What is printed on a ballot sheet: every sheet says it in each language of the portal. */
export const ballotSheet = {
  how: 'Point your phone at the square, or open the address below and type the code.',
  choose: 'Choose up to {max, plural, one {# group} other {# groups}}. The code works once.',
  rank: 'Put up to {max, plural, one {# group} other {# groups}} in order, best first. The code works once.',
} as const;
