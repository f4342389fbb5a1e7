import { always, everybody, get, post, type Row } from '../row.ts';

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
];
