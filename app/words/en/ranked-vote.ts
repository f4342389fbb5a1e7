/** Ballots on which groups are put in order: on the ballot paper, on the stage, on the board. */
export const rankedVote = {
  lead: 'Put up to {max, plural, one {# group} other {# groups}} in order.',
  groups: 'The groups',
  hint: 'One choice is enough. A vote that your first choice does not need, or cannot use, goes to your second choice, and so on. A later choice takes no vote from an earlier one.',
  places: ['First choice', 'Second choice', 'Third choice', 'Fourth choice', 'Fifth choice'],
  choose: 'Choose a group',
  none: 'No more groups',
  twice: 'You chose a group twice. Choose each group once.',
  foundChoice: 'It chose, best first: {choice}.',
  paper:
    'Voters put up to {max, plural, one {# group} other {# groups}} in order, best first. {seats, plural, one {# group is} other {# groups are}} elected by the single transferable vote.',
  promise:
    'Each voter puts up to {max, plural, one {# group} other {# groups}} in order, best first. {seats, plural, one {# group is} other {# groups are}} elected by the single transferable vote, as Scottish councils are (rule scottish_stv).',
  points:
    'Points of the vote: a group that the room elects gets all of them. Another gets the part of the needed votes that it had.',
  stage:
    'Voters put groups in order. A vote that a group did not need, or could not use, went on to the next choice. {seats, plural, one {# group was} other {# groups were}} elected.',
  stageChoose: 'Put up to {max} in order',
  stageNamed: '{count, plural, one {on # ballot} other {on # ballots}}',
  named: 'Ballots that name it',
  elected: 'Elected',
  boardTitle: 'How the groups were elected',
  quota:
    '{valid, plural, one {# ballot puts} other {# ballots put}} groups in order. {quota, plural, one {# vote elects} other {# votes elect}} a group: no more than {seats, plural, one {# group} other {# groups}} can have so many.',
  first: 'The first choices are counted.',
  surplus:
    '{group} has more votes than it needs. What it does not need goes on to the next choices on its ballots, a part of each vote.',
  fewest: '{group} has the fewest votes and leaves. Its votes go on to the next choices on its ballots.',
  byLot: 'Others were equal to it: the lot decided.',
  rest: 'Votes with no further choice: {votes}.',
  reached: '{group} is elected with {votes} votes; {quota, plural, one {# was} other {# were}} needed.',
  last: '{group} is elected with {votes} votes: no more groups were left than could be elected.',
  round: 'Round {number}',
  group: 'Group',
  votes: 'Votes',
  rounded: 'Votes are rounded to two decimals here. The count has five.',
} as const;
