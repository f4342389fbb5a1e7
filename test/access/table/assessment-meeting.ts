import type { Persona } from '../personas.ts';
import { always, get, post, type Row } from '../row.ts';

const members: readonly Persona[] = ['panel member', 'panel member with a conflict'];

/** The chair's pages are the manager's, the phone's page is for whoever sits on the panel; what it shows, it asks again. */
export const assessmentMeeting: readonly Row[] = [
  ...['', '/events', '/screen', '/record'].map((page) =>
    get(`/staff/calls/:callId/meeting${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/meeting${page}`,
      allowed: always('manager'),
    }),
  ),
  ...['open', 'next', 'notes', 'end'].map((intent) =>
    post('/staff/calls/:callId/meeting', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/meeting`,
      form: (records) => ({ intent, applicationId: records.applicationId }),
      allowed: always('manager'),
    }),
  ),
  post('/staff/calls/:callId/meeting/notes', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/meeting/notes`,
    form: (records) => ({ what: records.applicationId, revision: 'none', notes: 'Taken over' }),
    allowed: always('manager'),
    visitor: 401,
  }),
  ...['', '/events'].map((page) =>
    get(`/panel/:callId/meeting${page}`, {
      record: 'the panel of a call',
      url: (records) => `/panel/${records.callId}/meeting${page}`,
      allowed: always(...members),
    }),
  ),
  ...['here', 'vote', 'scores'].map((intent) =>
    post('/panel/:callId/meeting', {
      record: 'the panel of a call',
      url: (records) => `/panel/${records.callId}/meeting`,
      form: (records) => ({ intent, applicationId: records.applicationId, vote: 'for' }),
      allowed: always(...members),
    }),
  ),
];
