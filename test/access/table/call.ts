import { DAY } from '#app/kernel/instant.ts';
import type { Persona } from '../personas.ts';
import { always, everybody, get, nobody, post, type Records, type Row } from '../row.ts';

const managers: readonly Persona[] = ['manager', 'manager of the other partner'];

/** The pages on which a draft is written, below `/staff/calls/:callId`. */
const WRITING: readonly { page: string; below: (records: Records) => string }[] = [
  { page: 'edit', below: () => 'edit' },
  { page: 'questions', below: () => 'questions' },
  { page: 'questions/:questionId', below: (records) => `questions/${records.draftQuestionId}` },
  { page: 'questions/:questionId', below: () => 'questions/new' },
  { page: 'criteria', below: () => 'criteria' },
  { page: 'criteria/:criterionId', below: (records) => `criteria/${records.draftCriterionId}` },
  { page: 'criteria/:criterionId', below: () => 'criteria/new' },
  { page: 'plan', below: () => 'plan' },
  { page: 'glossary', below: () => 'glossary' },
  { page: 'glossary/:termId', below: (records) => `glossary/${records.draftTermId}` },
  { page: 'glossary/:termId', below: () => 'glossary/new' },
  { page: 'self-check', below: () => 'self-check' },
  { page: 'self-check/:itemId', below: (records) => `self-check/${records.draftCheckItemId}` },
  { page: 'self-check/:itemId', below: () => 'self-check/new' },
  { page: 'publish', below: () => 'publish' },
  { page: 'preview', below: () => 'preview' },
  { page: 'preview/details', below: () => 'preview/details' },
  { page: 'preview/questions/:questionId', below: (records) => `preview/questions/${records.draftQuestionId}` },
];

const FACTS = {
  strand: 'social-innovation',
  title: 'Taken over',
  slug: 'taken-over',
  currency: 'GBP',
  potMinor: '1000',
  awardMaxMinor: '500',
  awardsPlanned: '2',
  timeZone: 'Europe/London',
  opensAt: '2030-05-04T09:00',
  closesAt: '2030-06-04T09:00',
  videoSecondsMax: '120',
  participantShareMinPercent: '33',
  hasPitchDay: 'on',
  panelWeightPercent: '60',
  publicWeightPercent: '40',
  minimumSupportPercent: '10',
  choicesMax: '3',
  tieRule: 'lot',
};

/** Enough answers for any self-check of the story. */
const CHECKED = { 'answer-1': 'yes', 'answer-2': 'no', 'answer-3': 'yes', 'answer-4': 'yes' };

/** What a manager writes into a call, whole enough to be saved. */
const BUTTONS: readonly {
  page: string;
  below: (records: Records) => string;
  form: (records: Records) => Record<string, string>;
}[] = [
  {
    // Buttons are pressed from the last to the first: the one below has taken it out by then.
    page: 'questions',
    below: () => 'questions',
    form: (records) => ({ id: records.draftQuestionId, direction: 'put-back' }),
  },
  {
    page: 'questions/:questionId',
    below: (records) => `questions/${records.draftQuestionId}`,
    form: () => ({ intent: 'remove' }),
  },
  {
    page: 'criteria/:criterionId',
    below: (records) => `criteria/${records.draftCriterionId}`,
    form: () => ({ intent: 'remove' }),
  },
  {
    page: 'questions',
    below: () => 'questions',
    form: (records) => ({ id: records.draftQuestionId, direction: 'down' }),
  },
  {
    page: 'questions/:questionId',
    below: () => 'questions/new',
    form: () => ({ label: 'What else?', guidance: 'Anything.', wordsMax: '100' }),
  },
  {
    page: 'criteria',
    below: () => 'criteria',
    form: (records) => ({ id: records.draftCriterionId, direction: 'down' }),
  },
  {
    page: 'criteria/:criterionId',
    below: () => 'criteria/new',
    form: () => ({ name: 'Another', question: 'Is it?', weightPercent: '10' }),
  },
  {
    page: 'glossary/:termId',
    below: (records) => `glossary/${records.draftTermId}`,
    form: () => ({ intent: 'remove' }),
  },
  {
    page: 'glossary',
    below: () => 'glossary',
    form: (records) => ({ id: records.draftTermId, direction: 'down' }),
  },
  {
    page: 'glossary/:termId',
    below: () => 'glossary/new',
    form: () => ({ term: 'taken over', meaning: 'Written by somebody else.' }),
  },
  {
    page: 'self-check/:itemId',
    below: (records) => `self-check/${records.draftCheckItemId}`,
    form: () => ({ intent: 'remove' }),
  },
  {
    page: 'self-check',
    below: () => 'self-check',
    form: (records) => ({ id: records.draftCheckItemId, direction: 'down' }),
  },
  {
    page: 'self-check/:itemId',
    below: () => 'self-check/new',
    form: () => ({ statement: 'Taken over.', route: 'partner', advice: 'Written by somebody else.' }),
  },
  { page: 'edit', below: () => 'edit', form: () => FACTS },
  {
    page: 'plan',
    below: () => 'plan',
    // The draft closes in forty days.
    form: () => ({
      intent: 'save',
      'rows[0].kind': 'decisions',
      'rows[0].startsAt': `${new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10)}T12:00`,
    }),
  },
  { page: 'publish', below: () => 'publish', form: () => ({}) },
];

/** A published call is everybody's to read; a draft is its manager's. */
export const call: readonly Row[] = [
  get('/', { record: 'no record', url: () => '/', allowed: always(...everybody) }),
  get('/calls', { record: 'no record', url: () => '/calls', allowed: always(...everybody) }),
  get('/calls.ics', { record: 'no record', url: () => '/calls.ics', allowed: always(...everybody) }),
  get('/calls.json', { record: 'no record', url: () => '/calls.json', allowed: always(...everybody) }),
  ...['', '/questions', '/questions.rtf', '/dates.ics', '/facts.json', '/versions'].flatMap((page) => [
    get(`/calls/:slug${page}`, {
      record: 'a published call',
      url: (records) => `/calls/${records.slug}${page}`,
      allowed: always(...everybody),
    }),
    get(`/calls/:slug${page}`, {
      record: 'a draft',
      url: (records) => `/calls/${records.draftSlug}${page}`,
      // A draft has no fixed text and no fixed dates yet, not even for its manager.
      allowed: ['/facts.json', '/dates.ics', '/versions'].includes(page) ? always(...nobody) : always('manager'),
    }),
  ]),
  get('/calls/:slug/versions/:version/facts.json', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/versions/1/facts.json`,
    allowed: always(...everybody),
  }),
  get('/calls/:slug/versions/:version/facts.json', {
    record: 'a draft',
    url: (records) => `/calls/${records.draftSlug}/versions/1/facts.json`,
    allowed: always(...nobody),
  }),
  get('/calls/:slug/check', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/check`,
    allowed: always(...everybody),
  }),
  get('/calls/:slug/check', {
    record: 'a draft',
    url: (records) => `/calls/${records.draftSlug}/check`,
    allowed: always('manager'),
  }),
  post('/calls/:slug/check', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/check`,
    form: () => CHECKED,
    allowed: always(...everybody),
  }),
  get('/staff/calls', { record: 'their own list', url: () => '/staff/calls', allowed: always(...managers) }),
  get('/staff/calls/new', { record: 'no record', url: () => '/staff/calls/new', allowed: always(...managers) }),
  get('/staff/calls/new', {
    record: 'a call to copy',
    url: (records) => `/staff/calls/new?from=${records.callId}`,
    allowed: always('manager'),
  }),
  post('/staff/calls/new', {
    record: 'a call to copy',
    url: (records) => `/staff/calls/new?from=${records.callId}`,
    form: (records) => ({ partnerId: records.partnerId, ...FACTS, slug: 'taken-over-again' }),
    allowed: always('manager'),
  }),
  post('/staff/calls/new', {
    record: 'the calls of a partner',
    url: () => '/staff/calls/new',
    form: (records) => ({ partnerId: records.partnerId, ...FACTS }),
    allowed: always('manager'),
  }),
  get('/staff/calls/:callId', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}`,
    allowed: always('manager'),
  }),
  get('/staff/calls/:callId', {
    record: 'a draft',
    url: (records) => `/staff/calls/${records.draftCallId}`,
    allowed: always('manager'),
  }),
  get('/staff/calls/:callId/preview', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/preview`,
    allowed: always('manager'),
  }),
  ...WRITING.map(({ page, below }) =>
    get(`/staff/calls/:callId/${page}`, {
      record: 'a draft',
      url: (records) => `/staff/calls/${records.draftCallId}/${below(records)}`,
      allowed: always('manager'),
    }),
  ),
  ...BUTTONS.map(({ page, below, form }) =>
    post(`/staff/calls/:callId/${page}`, {
      record: 'a draft',
      url: (records) => `/staff/calls/${records.draftCallId}/${below(records)}`,
      form,
      allowed: always('manager'),
    }),
  ),
  // Pressed before the buttons above, which take its sentences and its address away.
  post('/calls/:slug/check', {
    record: 'a draft',
    url: (records) => `/calls/${records.draftSlug}/check`,
    form: () => CHECKED,
    allowed: always('manager'),
  }),
];
