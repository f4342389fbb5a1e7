import type { Persona } from '../personas.ts';
import { type Allowed, always, from, get, nobody, only, post, type Records, type Row, signedIn } from '../row.ts';

type Held = { record: string; id: (records: Records) => string; allowed: Allowed };

/** Help belongs to whoever writes, in every state; staff are asked in, and see no draft by it. */
const HELD: readonly Held[] = [
  { record: 'an application under review', id: (records) => records.applicationId, allowed: always('applicant') },
  { record: 'a draft', id: (records) => records.draftApplicationId, allowed: always('writer of a draft') },
  {
    record: 'a draft in a call that is open',
    id: (records) => records.openApplicationId,
    allowed: only('mentoring', 'writer of a draft'),
  },
];

const manager: readonly Persona[] = ['manager'];
/** Well formed, and nobody's yet. */
const NEW_ID = 'bbbbbbbbbbbbbbbbbbbb';

const calls = [
  { record: 'a published call', id: (records: Records) => records.callId, allowed: always(...manager) },
  {
    record: 'a call that is open',
    id: (records: Records) => records.openCallId,
    allowed: only('mentoring', ...manager),
  },
  { record: 'a draft of a call', id: (records: Records) => records.draftCallId, allowed: always(...nobody) },
];

export const help: readonly Row[] = [
  ...HELD.flatMap(({ record, id, allowed }) => [
    ...['/help', '/talk', '/reading'].map((page) =>
      get(`/apply/:applicationId${page}`, { record, url: (records) => `/apply/${id(records)}${page}`, allowed }),
    ),
    post('/apply/:applicationId/help', {
      record,
      url: (records) => `/apply/${id(records)}/help`,
      // One of its own for each: the same one twice is the same question.
      form: (records) => ({ id: [...id(records)].toReversed().join(''), about: '', question: 'May I?' }),
      allowed,
    }),
    post('/apply/:applicationId/talk', {
      record,
      url: (records) => `/apply/${id(records)}/talk`,
      form: (records) => ({ slot: records.slotId, phone: '' }),
      allowed,
    }),
    post('/apply/:applicationId/reading', {
      record,
      url: (records) => `/apply/${id(records)}/reading`,
      form: () => ({ intent: 'take-back' }),
      allowed,
    }),
    get('/apply/:applicationId/confirm', {
      record,
      url: (records) => `/apply/${id(records)}/confirm`,
      allowed: always(...nobody),
    }),
    post('/apply/:applicationId/confirm', {
      record,
      url: (records) => `/apply/${id(records)}/confirm`,
      allowed: always(...nobody),
    }),
  ]),
  get('/apply/:applicationId/talk.ics', {
    record: 'a draft without a time to talk',
    url: (records) => `/apply/${records.draftApplicationId}/talk.ics`,
    allowed: always(...nobody),
  }),
  get('/apply/:applicationId/talk.ics', {
    record: 'a draft with a time to talk',
    url: (records) => `/apply/${records.openApplicationId}/talk.ics`,
    allowed: only('mentoring', 'writer of a draft'),
  }),
  get('/apply/claim', { record: 'a code on paper', url: () => '/apply/claim', allowed: always(...signedIn) }),
  post('/apply/claim', {
    record: 'a code that is wrong',
    url: () => '/apply/claim',
    form: () => ({ entryCode: 'AAAA' }),
    allowed: always(...signedIn),
  }),
  // Whoever writes it down works on it as a helper; for everybody else it is not there.
  get('/apply/:applicationId', {
    record: 'an application that staff write down',
    url: (records) => `/apply/${records.entryId}`,
    allowed: only('mentoring', ...manager),
  }),
  post('/apply/:applicationId/confirm', {
    record: 'an application that staff write down',
    url: (records) => `/apply/${records.entryId}/confirm`,
    allowed: always(...nobody),
  }),
  get('/staff/entries/:applicationId', {
    record: 'an application that staff write down',
    url: (records) => `/staff/entries/${records.entryId}`,
    allowed: only('mentoring', ...manager),
  }),
  ...[
    () => ({ intent: 'take-back', reason: 'They asked us to.' }),
    (records: Records) => ({ intent: 'new-code', codeId: records.applicationId }),
  ].map((form) =>
    post('/staff/entries/:applicationId', {
      record: 'an application that staff write down',
      url: (records) => `/staff/entries/${records.entryId}`,
      form,
      allowed: only('mentoring', ...manager),
    }),
  ),
  post('/staff/entries/:applicationId', {
    record: 'an application that staff write down',
    url: (records) => `/staff/entries/${records.entryId}`,
    form: () => ({ readBack: 'on' }),
    allowed: only('mentoring', ...manager),
  }),
  get('/staff/entries/:applicationId', {
    record: 'a draft that nobody wrote down for anybody',
    url: (records) => `/staff/entries/${records.draftApplicationId}`,
    allowed: always(...nobody),
  }),
  ...calls.flatMap(({ record, id, allowed }) => [
    ...['/help', '/help/times', '/help/log', '/enter'].map((page) =>
      get(`/staff/calls/:callId${page}`, { record, url: (records) => `/staff/calls/${id(records)}${page}`, allowed }),
    ),
    post('/staff/calls/:callId/help/times', {
      record,
      url: (records) => `/staff/calls/${id(records)}/help/times`,
      form: () => ({
        slotId: NEW_ID,
        startsAt: '2001-01-01T12:00',
        minutes: '30',
        way: 'phone',
        place: '',
        language: 'en',
      }),
      allowed,
    }),
    post('/staff/calls/:callId/enter', {
      record,
      url: (records) => `/staff/calls/${id(records)}/enter`,
      form: () => ({ entryId: NEW_ID, forName: 'Bilal', email: '', phone: '', language: 'en', means: 'by-phone' }),
      allowed,
    }),
  ]),
  post('/staff/calls/:callId/help', {
    record: 'an answer on the page of a call',
    url: (records) => `/staff/calls/${records.openCallId}/help`,
    form: (records) => ({ replyId: records.replyId }),
    allowed: only('mentoring', ...manager),
  }),
  post('/staff/calls/:callId/help/log', {
    record: 'a draft in a call that is open',
    url: (records) => `/staff/calls/${records.openCallId}/help/log`,
    form: (records) => ({ applicationId: records.openApplicationId }),
    allowed: only('mentoring', ...manager),
  }),
  get('/staff/help/questions/:helpQuestionId', {
    record: 'a question from a draft',
    url: (records) => `/staff/help/questions/${records.helpQuestionId}`,
    allowed: from('mentoring', ...manager),
  }),
  post('/staff/help/questions/:helpQuestionId', {
    record: 'a question from a draft',
    url: (records) => `/staff/help/questions/${records.helpQuestionId}`,
    form: () => ({ answer: '', minutes: '' }),
    allowed: from('mentoring', ...manager),
  }),
  get('/staff/help/drafts/:readingId', {
    record: 'a draft that was lent',
    url: (records) => `/staff/help/drafts/${records.readingId}`,
    allowed: from('mentoring', ...manager),
  }),
  post('/staff/help/drafts/:readingId', {
    record: 'a draft that was lent',
    url: (records) => `/staff/help/drafts/${records.readingId}`,
    form: () => ({ minutes: '' }),
    allowed: from('mentoring', ...manager),
  }),
];
