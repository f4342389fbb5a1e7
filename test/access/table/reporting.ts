import type { Persona } from '../personas.ts';
import { always, everybody, get, nobody, post, type Row } from '../row.ts';

const managers: readonly Persona[] = ['manager', 'manager of the other partner'];

export const reporting: readonly Row[] = [
  get('/apply/:applicationId/standing', {
    record: 'an application under review',
    url: (records) => `/apply/${records.applicationId}/standing`,
    allowed: always('applicant'),
  }),
  get('/apply/:applicationId/standing', {
    record: 'a draft',
    url: (records) => `/apply/${records.draftApplicationId}/standing`,
    allowed: always('writer of a draft'),
  }),
  get('/staff', { record: 'their own list', url: () => '/staff', allowed: always(...managers) }),
  get('/staff/calls/:callId/board', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/board`,
    allowed: always('manager'),
  }),
  get('/staff/news', { record: 'their own news', url: () => '/staff/news', allowed: always(...managers) }),
  post('/staff/news', {
    record: 'their own news',
    url: () => '/staff/news',
    form: () => ({ rhythm: 'weekly' }),
    allowed: always(...managers),
  }),
  get('/staff/outbox', { record: 'their own list', url: () => '/staff/outbox', allowed: always(...managers) }),
  get('/staff/outbox/:messageId', {
    record: 'a letter of the partner',
    url: (records) => `/staff/outbox/${records.messageId}`,
    allowed: always('manager'),
  }),
  get('/staff/outbox/:messageId', {
    record: 'a letter with a sign-in code',
    url: (records) => `/staff/outbox/${records.secretMessageId}`,
    allowed: always(...nobody),
  }),
  get('/awards', { record: 'no record', url: () => '/awards', allowed: always(...everybody) }),
  get('/awards.csv', { record: 'no record', url: () => '/awards.csv', allowed: always(...everybody) }),
];
