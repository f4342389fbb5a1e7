import { type Allowed, always, from, get, post, type Row } from '../row.ts';

/** Finance people look at a decision once it is locked. */
const looking: Allowed = { ...always('manager'), mentoring: ['manager', 'finance maker', 'finance checker'] };

/** Deciding is the manager's; an offer is answered by nobody but the person who applied. */
export const award: readonly Row[] = [
  ...['decision', 'awards'].map((page) =>
    get(`/staff/calls/:callId/${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/${page}`,
      allowed: always('manager'),
    }),
  ),
  post('/staff/calls/:callId/decision', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/decision`,
    form: () => ({ intent: 'save', publicReason: 'Taken over' }),
    allowed: always('manager'),
  }),
  ...['confirm', 'letters'].map((page) =>
    get(`/staff/calls/:callId/decision/${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/decision/${page}`,
      allowed: looking,
    }),
  ),
  // Before the room has seen its result there is nothing to try.
  get('/staff/calls/:callId/decision/what-if', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/decision/what-if`,
    allowed: always(),
  }),
  ...['lock', 'confirm', 'unlock'].map((intent) =>
    post('/staff/calls/:callId/decision/confirm', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/decision/confirm`,
      form: () => ({ intent, sure: 'on', savedAt: '0', hash: 'of nothing' }),
      allowed: looking,
    }),
  ),
  post('/staff/calls/:callId/decision/letters', {
    record: 'a letter about the awards',
    url: (records) => `/staff/calls/${records.callId}/decision/letters`,
    form: (records) => ({ applicationId: records.applicationId, shown: '', subject: 'Hello', body: 'Words' }),
    allowed: looking,
  }),
  ...['offer', 'reserve', 'close', 'again'].map((intent) =>
    post('/staff/calls/:callId/awards', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/awards`,
      form: (records) => ({ intent, awardId: records.awardId, applicationId: records.applicationId, sure: 'on' }),
      // The page is there before the decision; an award is not.
      allowed: intent === 'again' ? from('mentoring', 'manager') : always('manager'),
    }),
  ),
  // Once the shortlist was told, and for the group alone: not the panel, not the office, not another group.
  get('/apply/:applicationId/decision', {
    record: 'an application that was decided about',
    url: (records) => `/apply/${records.applicationId}/decision`,
    allowed: from('pitch-day', 'applicant'),
  }),
  get('/apply/:applicationId/decision', {
    record: 'an application that was never sent',
    url: (records) => `/apply/${records.draftApplicationId}/decision`,
    allowed: always(),
  }),
  get('/apply/:applicationId/decision', {
    record: 'an application of the other partner',
    url: (records) => `/apply/${records.otherCallApplicationId}/decision`,
    allowed: always(),
  }),
  get('/apply/:applicationId/award', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/award`,
    allowed: from('mentoring', 'applicant'),
  }),
  post('/apply/:applicationId/award', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/award`,
    form: () => ({ intent: 'refuse', sure: 'on', typedName: 'Somebody else', agree: 'on' }),
    allowed: from('mentoring', 'applicant'),
  }),
  get('/apply/:applicationId/award/agreement.txt', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/award/agreement.txt`,
    allowed: from('mentoring', 'applicant'),
  }),
];
