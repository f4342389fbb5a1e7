import type { CriterionDraft } from './criteria.ts';
import type { Strand } from './draft.ts';
import { PLAIN_QUESTION, type QuestionDraft } from './questions.ts';

export type CallTemplate = {
  readonly questions: readonly QuestionDraft[];
  readonly criteria: readonly CriterionDraft[];
};

/** What a call of each strand usually asks and scores: a beginning to change, never a blank page. */
export const TEMPLATES: Readonly<Record<Strand, CallTemplate>> = {
  'social-innovation': {
    questions: [
      {
        ...PLAIN_QUESTION,
        section: 'Your idea',
        label: 'What would you like to try?',
        guidance: 'Tell it as you would to a neighbour: what happens, where, and who comes.',
        wordsMax: 200,
        required: true,
        byVideo: true,
        byVoice: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your idea',
        label: 'Why does it matter?',
        guidance: 'What have you seen or lived through that made you think of it?',
        wordsMax: 150,
        required: true,
        byVideo: true,
        byVoice: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your group',
        label: 'Who leads it, and who decides with you?',
        guidance: 'Tell us how the people it is for can change the plan.',
        wordsMax: 120,
        required: true,
        byVideo: true,
        byVoice: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your idea',
        label: 'What are your first steps?',
        guidance: 'Three or four steps are enough. Say roughly when each will happen.',
        wordsMax: 150,
        required: true,
      },
      {
        ...PLAIN_QUESTION,
        kind: 'money-table',
        section: 'The money',
        label: 'What will the money pay for?',
        guidance: 'Name the biggest things and what each costs. Travel, childcare and food count too.',
        wordsMax: 0,
        required: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your idea',
        label: 'What could be different in a year?',
        guidance: 'One sentence is enough, and you can leave it empty.',
        wordsMax: 60,
        required: false,
        byVideo: true,
        byVoice: true,
      },
    ],
    criteria: [
      {
        name: 'Need',
        question: 'Is this a real problem, and does the group know it well?',
        weightPercent: 25,
        anchors: [
          { score: 1, words: 'I cannot see which problem this is about.' },
          { score: 2, words: 'There is a problem, in general words and seen from outside.' },
          { score: 3, words: 'The problem is clear. An example from daily life is missing.' },
          { score: 4, words: 'The problem is clear, with examples the group has seen itself.' },
          { score: 5, words: 'The group lives with the problem, shows it, and knows that nobody else works on it.' },
        ],
      },
      {
        name: 'Led by the people it is for',
        question: 'Who decides, and will they use it themselves?',
        weightPercent: 30,
        anchors: [
          { score: 1, words: 'Others decide for the people it is for.' },
          { score: 2, words: 'People are asked for their opinion when the plan is already made.' },
          { score: 3, words: 'Some of the people it is for help to run it.' },
          { score: 4, words: 'The people it is for lead it and share the work.' },
          { score: 5, words: 'The people it is for had the idea, lead it, and can change it on the way.' },
        ],
      },
      {
        name: 'Can be done',
        question: 'Can this group do this with this money in one year?',
        weightPercent: 25,
        anchors: [
          { score: 1, words: 'There is no plan, or there are no costs.' },
          { score: 2, words: 'The plan needs far more time or money than there is.' },
          { score: 3, words: 'It can work when one or two open points are solved.' },
          { score: 4, words: 'The steps and the costs fit together.' },
          {
            score: 5,
            words: 'Steps, costs and people fit together, and something has already been tried or promised.',
          },
        ],
      },
      {
        name: 'What changes',
        question: 'What will be better for people, and can it last?',
        weightPercent: 20,
        anchors: [
          { score: 1, words: 'I cannot see what would change.' },
          { score: 2, words: 'People have a good day, and little stays after it.' },
          { score: 3, words: 'Life is easier for the people who come, as long as the project runs.' },
          { score: 4, words: 'Life is easier for them, and part of it stays when the money is spent.' },
          { score: 5, words: 'It stays, and others could do the same elsewhere.' },
        ],
      },
    ],
  },
  'social-enterprise': {
    questions: [
      {
        ...PLAIN_QUESTION,
        section: 'Your business',
        label: 'What will you sell, and who will buy it?',
        guidance: 'Describe one ordinary sale from beginning to end.',
        wordsMax: 200,
        required: true,
        byVideo: true,
        byVoice: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your business',
        label: 'What does it cost, and what do you earn?',
        guidance: 'Give your price, your cost for one sale, and how many sales you need in a month.',
        wordsMax: 150,
        required: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your team',
        label: 'Who is in the team?',
        guidance: 'Tell us what each of you can do. Experience from every country counts, paid or not.',
        wordsMax: 120,
        required: true,
        byVideo: true,
        byVoice: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your business',
        label: 'What good does it do?',
        guidance: 'Whose life is better because this business exists?',
        wordsMax: 120,
        required: true,
        byVideo: true,
        byVoice: true,
      },
      {
        ...PLAIN_QUESTION,
        kind: 'money-table',
        section: 'The money',
        label: 'What will the money pay for?',
        guidance: 'Name the biggest things and what each costs.',
        wordsMax: 0,
        required: true,
      },
      {
        ...PLAIN_QUESTION,
        section: 'Your business',
        label: 'How will you know that it works?',
        guidance: 'What would make you change the plan? You can leave this empty.',
        wordsMax: 80,
        required: false,
        byVideo: true,
        byVoice: true,
      },
    ],
    criteria: [
      {
        name: 'Customers',
        question: 'Will somebody pay for this more than once?',
        weightPercent: 30,
        anchors: [
          { score: 1, words: 'I cannot see who would pay.' },
          { score: 2, words: 'Everybody is a customer, and nobody has been asked.' },
          { score: 3, words: 'The customers are named. It is open whether they pay this price.' },
          { score: 4, words: 'Customers were asked, and some of them accept the price.' },
          { score: 5, words: 'People have paid already, or have promised it in writing.' },
        ],
      },
      {
        name: 'Team',
        question: 'Do these people have the skills, or know where to find them?',
        weightPercent: 25,
        anchors: [
          { score: 1, words: 'Nobody is named who would do the work.' },
          { score: 2, words: 'An important skill is missing, and the plan does not notice.' },
          { score: 3, words: 'Most skills are there, and the team knows which one is missing.' },
          { score: 4, words: 'The skills are there and shown by earlier work.' },
          { score: 5, words: 'The skills are there, the work is shared, and helpers have agreed.' },
        ],
      },
      {
        name: 'The good it does',
        question: 'Who is better off, and is it because of the sales?',
        weightPercent: 25,
        anchors: [
          { score: 1, words: 'It is a business like any other. I cannot see the good.' },
          { score: 2, words: 'The good is a wish, apart from the business.' },
          { score: 3, words: 'Some people are better off if the business goes well.' },
          { score: 4, words: 'Every sale does some good, and I can see for whom.' },
          { score: 5, words: 'Every sale does good, and the people it helps have a say.' },
        ],
      },
      {
        name: 'Numbers',
        question: 'Do price, cost and plan fit together?',
        weightPercent: 20,
        anchors: [
          { score: 1, words: 'There are no numbers.' },
          { score: 2, words: 'Each sale would lose money.' },
          { score: 3, words: 'It may work, but a big cost is missing.' },
          { score: 4, words: 'It works in a normal month.' },
          { score: 5, words: 'It works, and the plan says what happens in a bad month.' },
        ],
      },
    ],
  },
};
