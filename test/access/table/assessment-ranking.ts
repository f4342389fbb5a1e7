import { always, everybody, from, get, post, type Row } from '../row.ts';

/** How a panel ranks, and what it rests on. */
export const assessmentRanking: readonly Row[] = [
  get('/calls/:slug/order', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/order`,
    allowed: always(...everybody),
  }),
  get('/calls/:slug/order', {
    record: 'a call that is not published',
    url: (records) => `/calls/${records.draftSlug}/order`,
    allowed: always(),
  }),
  get('/staff/calls/:callId/panel/rule', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/rule`,
    allowed: always('manager'),
  }),
  post('/staff/calls/:callId/panel/rule', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/rule`,
    form: () => ({ method: 'bayes', middle: 'lottery', reviews: '3', quorum: '3' }),
    allowed: always('manager'),
  }),
  ...['ranking', 'fairness'].map((page) =>
    get(`/staff/calls/:callId/${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/${page}`,
      allowed: from('pitch-day', 'manager'),
    }),
  ),
  post('/staff/calls/:callId/ranking', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/ranking`,
    allowed: from('pitch-day', 'manager'),
  }),
  post('/staff/calls/:callId/fairness', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/fairness`,
    form: () => ({ response: 'We looked, and it is chance.' }),
    allowed: from('pitch-day', 'manager'),
  }),
  get('/calls/:slug/lottery', {
    record: 'a call without a lottery',
    url: (records) => `/calls/${records.slug}/lottery`,
    allowed: always(),
  }),
  get('/staff/calls/:callId/lottery', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/lottery`,
    allowed: from('pitch-day', 'manager', 'finance maker', 'finance checker'),
  }),
  post('/staff/calls/:callId/lottery', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/lottery`,
    form: () => ({ intent: 'type', thrown: '12345 12345 12345 12345' }),
    allowed: from('pitch-day', 'manager', 'finance maker', 'finance checker'),
  }),
  get('/calls/:slug/decision-record', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/decision-record`,
    visitor: 302,
    allowed: from(
      'pitch-day',
      'applicant',
      'other applicant',
      'panel member',
      'panel member with a conflict',
      'manager',
      'finance maker',
      'finance checker',
    ),
  }),
];
