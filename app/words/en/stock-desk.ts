/** What a manager reads about codes for anybody. */
export const stockDesk = {
  title: 'Let others vote as well, beside the result',
  lead: 'Anybody can have these codes, one person several. Their ballots are counted apart, shown beside the result, and decide nothing. How many codes there are is announced, and stays.',
  signUps: 'Codes sent to whoever types an e-mail address (level C)',
  signUpsHint: '10 to 5,000. Empty for none.',
  straws: 'Codes given to any browser, a straw poll (level D)',
  strawsHint: '10 to 5,000. Empty for none.',
  sizeWrong: 'Type a number from 10 to 5,000, or leave the field empty.',
  sizes: { C: 'Codes by e-mail (level C)', D: 'Codes of the straw poll (level D)' },
  tooManyUsed:
    '{used} codes were used, but only {handed} given out. Say so in public, and find out who could make codes: they come from the key of this portal.',
  ledger: {
    C: 'Sign-up by e-mail, decides nothing: {issued} codes, {handed} given out, {used} used, {unused} unused, {voided} void.',
    D: 'Straw poll, decides nothing: {issued} codes, {handed} given out, {used} used, {unused} unused, {voided} void.',
  },
} as const;
