import type { Strand } from './draft.ts';
import type { TermDraft } from './terms.ts';

const MIGRANT: TermDraft = {
  term: 'migrant',
  meaning: 'A person who came from another country to live here. It does not matter when, how or why.',
};

const GROUP: TermDraft = {
  term: 'group',
  meaning: 'People who do something together. Two are enough. A group does not have to be registered.',
};

/** What the words that people ask about most usually mean: a beginning to change. */
export const SUGGESTED_TERMS: Readonly<Record<Strand, readonly TermDraft[]>> = {
  'social-innovation': [
    MIGRANT,
    GROUP,
    {
      term: 'social innovation',
      meaning: 'A new way to make life better for people. It can be small. It only has to be new in your area.',
    },
  ],
  'social-enterprise': [
    MIGRANT,
    GROUP,
    {
      term: 'social enterprise',
      meaning: 'A business that sells something and does good for people. What it earns pays for the good it does.',
    },
  ],
};
