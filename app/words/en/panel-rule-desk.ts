/** Where a manager chooses how the panel ranks. */
export const panelRuleDesk = {
  title: 'How this panel ranks',
  lead: 'Choose this before scoring starts. Everybody can read it beside the call.',
  leadFixed: 'This was fixed when scoring started. Everybody can read it beside the call.',
  toRule: 'How this panel ranks',
  usual: 'Nobody has chosen yet. If you choose nothing, this is what counts.',
  method: 'How do scores become an order?',
  methodHints: {
    mean: 'Anybody can work it out with the table in hand. It does not allow for strict readers.',
    trimmed: 'One very high or very low score does less. Each application needs three scores or more.',
    z: 'Strict and generous readers become comparable. Each reader needs three applications or more.',
    bayes:
      'Follows the Swiss National Science Foundation. It shows who is clearly above the line, and where only luck would tell.',
  },
  middle: 'What happens to applications that the scores cannot tell apart?',
  middleHints: {
    discussion: 'The panel talks about each of them in its meeting.',
    lottery: 'Two people type what the dice show. Anybody can repeat the draw on paper.',
  },
  reviews: 'How many people read each application?',
  reviewsHint: 'Three or more. With fewer, the portal can only show the plain mean.',
  quorum: 'How many members must be at a meeting?',
  quorumHint: 'Members who have a conflict do not count. The promised share of participants comes on top.',
  reviewsWrong: 'Enter how many people read each application: from 1 to {max}.',
  quorumWrong: 'Enter how many members must be at a meeting: from 1 to {max}.',
  methodMissing: 'Choose how scores become an order.',
  middleMissing: 'Choose what happens when the scores cannot tell.',
  save: 'Save',
  saved: 'Saved. Everybody can read it now.',
  seePublic: 'See what everybody reads',
  refusals: {
    'rule-fixed': 'Scoring has started. How the panel ranks does not change any more.',
    'rule-changed-meanwhile':
      'Somebody changed this while you had it open. Load the page again to see what counts now.',
  },
} as const;
