import { always, get, post, type Row } from '../row.ts';

/** The manager's pages of who reads what and who is tied to whom. */
export const assessmentDesks: readonly Row[] = [
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
