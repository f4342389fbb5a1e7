import { always, get, post, type Row } from '../row.ts';

const TIES: readonly Record<string, string>[] = [
  { intent: 'raise', memberId: '', reference: '', level: 'hard', reason: '' },
  { intent: 'answer', memberId: '', applicationId: '', answer: 'no' },
];

/** The manager's pages of who reads what and who is tied to whom. */
export const assessmentDesks: readonly Row[] = [
  get('/staff/calls/:callId/panel/ties', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/ties`,
    allowed: always('manager'),
  }),
  ...TIES.map((form) =>
    post('/staff/calls/:callId/panel/ties', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/panel/ties`,
      form: () => form,
      allowed: always('manager'),
    }),
  ),
  get('/staff/calls/:callId/panel/give-out', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/give-out`,
    allowed: always('manager'),
  }),
  post('/staff/calls/:callId/panel/give-out', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/give-out`,
    form: () => ({ moves: 'nothing', plan: 'what was on the screen' }),
    allowed: always('manager'),
  }),
];
