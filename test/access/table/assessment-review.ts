import { PERSONAS, SIGNED_IN } from '../personas.ts';
import { always, get, nobody, post, type Row } from '../row.ts';

/** Phases of a panel's work, and what is read while names are hidden. */
export const assessmentReview: readonly Row[] = [
  // Whoever sits on no panel may keep nothing, and is told so.
  get('/panel/kept', { record: 'their own', url: () => '/panel/kept', allowed: always(...SIGNED_IN) }),
  get('/panel/offline-worker.js', {
    record: 'no record',
    url: () => '/panel/offline-worker.js',
    allowed: always(...PERSONAS),
  }),
  get('/staff/calls/:callId/panel/phases', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/phases`,
    allowed: always('manager'),
  }),
  ...['save', 'remove'].map((intent) =>
    post('/staff/calls/:callId/panel/phases', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/panel/phases`,
      // None of these can be done: the times are over, and there is no such phase.
      form: () => ({ intent, phaseId: 'nothing', startsAt: '2000-01-01T00:00' }),
      allowed: always('manager'),
    }),
  ),
  get('/staff/applications/:applicationId/blind-copy', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/blind-copy`,
    allowed: always('manager'),
  }),
  post('/staff/applications/:applicationId/blind-copy', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/blind-copy`,
    form: () => ({ 'text-title': 'A plan' }),
    allowed: always('manager'),
  }),
  get('/staff/applications/:applicationId/blind-copy', {
    record: 'a draft',
    url: (records) => `/staff/applications/${records.draftApplicationId}/blind-copy`,
    allowed: always(...nobody),
  }),
  get('/staff/applications/:applicationId/blind-copy', {
    record: 'an application to the other partner',
    url: (records) => `/staff/applications/${records.otherCallApplicationId}/blind-copy`,
    allowed: always('manager of the other partner'),
  }),
];
