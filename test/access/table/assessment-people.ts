import type { Persona } from '../personas.ts';
import { type Allowed, always, everybody, get, post, type Row, signedIn } from '../row.ts';

const members: readonly Persona[] = ['panel member', 'panel member with a conflict'];
const asked: readonly Persona[] = [...members, 'person asked to join the panel'];

/** Nobody can be asked once the panel has closed, so the one who was never answers. */
const invited: Allowed = { ...always(...members), applications: asked, panel: asked };

const terms = { reads: 'en', minutesMax: '600', minutesPerDay: '60', payChoice: 'none', consent: 'on' };

/** Recruiting, terms, practice, hours and reminders. */
export const assessmentPeople: readonly Row[] = [
  get('/calls/:slug/panel', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/panel`,
    allowed: always(...everybody),
  }),
  get('/calls/:slug/panel', {
    record: 'a call that is not published',
    url: (records) => `/calls/${records.draftSlug}/panel`,
    allowed: always(),
  }),
  post('/calls/:slug/panel', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/panel`,
    form: () => ({ reads: 'en', minutesMax: '600', payChoice: 'none', consent: 'on' }),
    allowed: always(...signedIn),
    visitor: 302,
  }),
  ...['offer', 'people'].map((page) =>
    get(`/staff/calls/:callId/panel/${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/panel/${page}`,
      allowed: always('manager'),
    }),
  ),
  post('/staff/calls/:callId/panel/offer', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/offer`,
    form: () => ({ minutesAsked: '600', termFrom: '2026-01-01', termUntil: '2026-12-31' }),
    allowed: always('manager'),
  }),
  post('/staff/calls/:callId/panel/people', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/people`,
    // Nothing is ticked: it is refused with words, and nobody is turned down.
    form: () => ({ intent: 'turn-down', interestId: '' }),
    allowed: always('manager'),
  }),
  get('/panel/:callId/terms', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/terms`,
    allowed: invited,
  }),
  post('/panel/:callId/terms', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/terms`,
    form: () => terms,
    allowed: invited,
  }),
  get('/panel/:callId/practice', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/practice`,
    allowed: always(...members),
  }),
  get('/panel/:callId/practice/:example', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/practice/walks`,
    allowed: always(...members),
  }),
  post('/panel/:callId/practice/:example', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/practice/walks`,
    form: () => ({ need: '3', led: '3', plan: '3', change: '3' }),
    allowed: always(...members),
  }),
  get('/panel/:callId/hours', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/hours`,
    allowed: always(...members),
  }),
  post('/panel/:callId/hours', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/hours`,
    // A day that has not come: whoever may is told so.
    form: () => ({ hoursId: 'x', day: '2999-01-01', kind: 'reading', minutes: '60' }),
    allowed: always(...members),
  }),
  ...['hours', 'hours.csv'].map((page) =>
    get(`/staff/calls/:callId/panel/${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/panel/${page}`,
      allowed: always('manager'),
    }),
  ),
  post('/staff/calls/:callId/panel/hours', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel/hours`,
    // Without a reason nothing is refused.
    form: () => ({ intent: 'refuse', hoursId: '', reason: '' }),
    allowed: always('manager'),
  }),
  get('/panel/:callId/dates.ics', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/dates.ics`,
    allowed: always(...members),
  }),
  post('/staff/calls/:callId/panel', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel`,
    form: () => ({ intent: 'remind' }),
    allowed: always('manager'),
  }),
];
