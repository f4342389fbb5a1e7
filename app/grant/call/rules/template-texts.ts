import type { CallDraft, Strand } from './draft.ts';

type CallTexts = Pick<CallDraft, 'about' | 'whoCanApply' | 'support' | 'themes'>;

/** What a call of each strand usually says of itself: sentences to change, so that nobody begins with a blank page. */
export const TEMPLATE_TEXTS: Readonly<Record<Strand, CallTexts>> = {
  'social-innovation': {
    about:
      'You live here, and you see what is missing. We look for ideas that make daily life easier for people who moved here, and for their neighbours.\n\nAn idea can be small and new. It does not have to work the first time.',
    whoCanApply:
      'You are one person or a small group.\nThe idea is led by people who moved here from another country. Everybody can take part.\nYour group does not have to be registered. You do not need a bank account.',
    support: 'A mentor for one year.\nHelp with your application, if you ask for it.',
    themes: ['Health', 'Housing', 'Work and skills', 'Bringing people together'],
  },
  'social-enterprise': {
    about:
      'We help new businesses that do something good for the place where they are. You sell a product or a service, and what you earn keeps the good going.\n\nYour business can be an idea on paper, or a few months old.',
    whoCanApply:
      'You are one founder or a team.\nAt least one of those who decide moved here from another country.\nYou do not need a company or a bank account to apply.',
    support: 'A mentor who has built a business.\nAdvice on tax, insurance and selling.',
    themes: ['Food', 'Making and repairing', 'Care', 'Language and culture'],
  },
};
