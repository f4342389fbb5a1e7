import type { Persona } from '../personas.ts';
import { type Allowed, always, from, get, nobody, post, type Row, signedIn } from '../row.ts';

const members: readonly Persona[] = ['panel member', 'panel member with a conflict'];
const asked: readonly Persona[] = [...members, 'person asked to join the panel'];

/** Nobody can be asked once the panel has closed, so the one who was never answers. */
const invited: Allowed = { ...always(...members), applications: asked, panel: asked };

/** Texts, recordings and scores open with the scoring, for seated members without a tie. */
const reading: Allowed = from('panel', 'panel member');

export const assessment: readonly Row[] = [
  ...['panel', 'shortlist'].map((page) =>
    get(`/staff/calls/:callId/${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/${page}`,
      allowed: always('manager'),
    }),
  ),
  post('/staff/calls/:callId/panel', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel`,
    form: () => ({ intent: 'invite', name: 'Somebody', email: 'somebody@example.org', kind: 'expert' }),
    allowed: always('manager'),
  }),
  post('/staff/calls/:callId/panel', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel`,
    form: () => ({ intent: 'open', openSure: 'on' }),
    allowed: always('manager'),
  }),
  post('/staff/calls/:callId/panel', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/panel`,
    form: () => ({ intent: 'close', closeSure: 'on' }),
    allowed: always('manager'),
  }),
  post('/staff/calls/:callId/shortlist', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/shortlist`,
    form: () => ({ intent: 'usual', reasonYes: 'Good', reasonNo: 'Not so good' }),
    allowed: always('manager'),
  }),
  get('/panel', { record: 'their own list', url: () => '/panel', allowed: always(...signedIn) }),
  get('/panel/:callId', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}`,
    allowed: invited,
  }),
  post('/panel/:callId', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}`,
    form: () => ({ intent: 'declined' }),
    // Who said no stays out until she is asked again, but it is she who is told that she has answered.
    allowed: invited,
  }),
  get('/panel/:callId/conflicts', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/conflicts`,
    allowed: always(...members),
  }),
  post('/panel/:callId/conflicts', {
    record: 'the panel of a call',
    url: (records) => `/panel/${records.callId}/conflicts`,
    form: (records) => ({ looked: 'on', tie: records.applicationId, [`reason-${records.applicationId}`]: '' }),
    allowed: always(...members),
  }),
  get('/panel/applications/:applicationId', {
    record: 'an application under review',
    url: (records) => `/panel/applications/${records.applicationId}`,
    allowed: reading,
  }),
  ...['save', 'submit'].map((intent) =>
    post('/panel/applications/:applicationId', {
      record: 'an application under review',
      url: (records) => `/panel/applications/${records.applicationId}`,
      form: () => ({ intent, strength: 'Strong', concern: 'None' }),
      allowed: reading,
    }),
  ),
  // An address for the page's own script: a post only, and never a redirect.
  get('/panel/applications/:applicationId/autosave', {
    record: 'an application under review',
    url: (records) => `/panel/applications/${records.applicationId}/autosave`,
    allowed: always(...nobody),
    visitor: 404,
  }),
  post('/panel/applications/:applicationId/autosave', {
    record: 'an application under review',
    url: (records) => `/panel/applications/${records.applicationId}/autosave`,
    form: () => ({ strength: 'Strong', concern: '', revision: '0' }),
    allowed: reading,
    visitor: 401,
  }),
  get('/panel/applications/:applicationId', {
    record: 'an application to the other partner',
    url: (records) => `/panel/applications/${records.otherCallApplicationId}`,
    allowed: from('panel', 'member of the other panel'),
  }),
  get('/panel/applications/:applicationId', {
    record: 'an application that was taken back later',
    url: (records) => `/panel/applications/${records.withdrawnApplicationId}`,
    allowed: always(...nobody),
  }),
  get('/panel/applications/:applicationId', {
    record: 'a draft',
    url: (records) => `/panel/applications/${records.draftApplicationId}`,
    allowed: always(...nobody),
  }),
  get('/panel/media/:mediaId', {
    record: 'a recording of an application under review',
    url: (records) => `/panel/media/${records.mediaId}`,
    allowed: reading,
  }),
  get('/panel/media/:mediaId/:part', {
    record: 'the captions of a recording of an application under review',
    url: (records) => `/panel/media/${records.mediaId}/captions`,
    allowed: reading,
  }),
];
