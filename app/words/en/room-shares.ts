/** A pot that the people in the room share out: on the ballot paper, on the stage, on the board. */
export const roomShares = {
  paper:
    'Voters choose up to {max, plural, one {# group} other {# groups}}. Together they share out {pot}: every voter has the same part of it, and it goes to the groups that voters choose.',
  paperTooDear:
    'The room shares out {pot}. {count, plural, one {# group asks for more than that: the room cannot pay for it.} other {# groups ask for more than that: the room cannot pay for them.}}',
  promise:
    'Each voter chooses up to {max, plural, one {# group} other {# groups}}. The room shares out {pot} by equal shares (Method of Equal Shares, rule mes_cost_add1): each voter has the same part of the money, and the voters of a group pay together what the group asks for.',
  stage:
    'The room shared out {pot}. Every voter had the same part of it, and the voters of a group paid for it together.',
  stageShares:
    'The room shares out {pot}. Every voter has the same part of it, and the voters of a group pay for it together.',
  stageNobody: 'No group had voters with enough money together.',
  stageBelow: '* Fewer than {percent} in 100 voters chose it, and the call asks for that many. It is not paid for.',
  stageWaits: 'Some groups cost their voters the same, so a throw decides. Now: {source}',
  stageLeft: '{left} is left. It goes by points.',
  paidFor: 'Paid for',
  belowSupport: 'Below the minimum support',
  boardWaits: 'Some groups cost their voters the same. The tie is not settled yet.',
  boardTitle: 'How the room shared out the money',
  first: 'The pot of {pot} divided by {voters, plural, one {# voter} other {# voters}} is {each} for each.',
  grown:
    'With that, some money was left. So everybody’s part was made larger, step by step, up to {each}: one step more would have cost more than the pot.',
  enough: 'The money was enough for every group that anybody chose.',
  alike: '{voters, plural, one {# voter} other {# voters}} paid {each} each.',
  poor: '{voters, plural, one {# voter} other {# voters}} gave the last they had, {together} together.',
  penniless: '{voters, plural, one {# more voter} other {# more voters}} chose it and had nothing left.',
  below:
    'Fewer than {percent} in 100 voters chose it, and the call asks for that many. Its voters had the money, and it is not paid for.',
  nobody: 'No group had voters with enough money together. Nothing was paid.',
  left: '{left} of the pot is left. The awards give it out by points.',
  rounded: 'Amounts for each voter are rounded here. The count is exact.',
} as const;
