import type { Persona } from '../personas.ts';
import {
  type Allowed,
  always,
  from,
  get,
  head,
  NOTHING,
  nobody,
  only,
  post,
  type Records,
  type Row,
  signedIn,
} from '../row.ts';

type Held = {
  record: string;
  id: (records: Records) => string;
  questionId: (records: Records) => string;
  allowed: Allowed;
};

/** An application is its applicant's, whatever has become of it, and nobody else's under `/apply`. */
const HELD: readonly Held[] = [
  {
    record: 'an application under review',
    id: (records) => records.applicationId,
    questionId: (records) => records.questionId,
    allowed: always('applicant'),
  },
  {
    record: 'a draft',
    id: (records) => records.draftApplicationId,
    questionId: (records) => records.questionId,
    allowed: always('writer of a draft'),
  },
  {
    record: 'an application that was taken back later',
    id: (records) => records.withdrawnApplicationId,
    questionId: (records) => records.questionId,
    allowed: always('applicant who withdrew'),
  },
  {
    record: 'a draft in a call that is open',
    id: (records) => records.openApplicationId,
    questionId: (records) => records.openQuestionId,
    allowed: only('mentoring', 'writer of a draft'),
  },
];

/** Well formed, and nobody's yet. */
const NEW_CODE = 'aaaaaaaaaaaaaaaaaaaa';
const NEW_BATCH = '0000000000000000batch';

const PAGES = [
  '',
  '/details',
  '/submit',
  '/again',
  '/safety',
  '/carry-over',
  '/earlier-words',
  '/received',
  '/withdraw',
  '/print',
  '/team',
  '/others',
];

const manager: readonly Persona[] = ['manager'];

export const application: readonly Row[] = [
  get('/apply', { record: 'their own list', url: () => '/apply', allowed: always(...signedIn) }),
  get('/apply/start/:slug', {
    record: 'a published call',
    url: (records) => `/apply/start/${records.slug}`,
    allowed: always(...signedIn),
  }),
  get('/apply/start/:slug', {
    record: 'a draft of a call',
    url: (records) => `/apply/start/${records.draftSlug}`,
    allowed: always(...nobody),
  }),
  post('/apply/start/:slug', {
    record: 'a draft of a call',
    url: (records) => `/apply/start/${records.draftSlug}`,
    allowed: always(...nobody),
  }),
  ...HELD.flatMap(({ record, id, questionId, allowed }) => [
    ...PAGES.map((page) =>
      get(`/apply/:applicationId${page}`, { record, url: (records) => `/apply/${id(records)}${page}`, allowed }),
    ),
    get('/apply/:applicationId/questions/:questionId', {
      record,
      url: (records) => `/apply/${id(records)}/questions/${questionId(records)}`,
      allowed,
    }),
    get('/apply/:applicationId/questions/:questionId/translation', {
      record,
      url: (records) => `/apply/${id(records)}/questions/${questionId(records)}/translation`,
      allowed,
    }),
    post('/apply/:applicationId/questions/:questionId/translation', {
      record,
      url: (records) => `/apply/${id(records)}/questions/${questionId(records)}/translation`,
      form: () => ({ intent: 'write', language: 'so', text: 'Taken over', ofRevision: '0' }),
      allowed,
    }),
    post('/apply/:applicationId/details', {
      record,
      url: (records) => `/apply/${id(records)}/details`,
      form: () => ({ title: 'Taken over', revision: '0' }),
      allowed,
    }),
    post('/apply/:applicationId/questions/:questionId', {
      record,
      url: (records) => `/apply/${id(records)}/questions/${questionId(records)}`,
      form: () => ({ text: 'Taken over', revision: '0' }),
      allowed,
    }),
    post('/apply/:applicationId/questions/:questionId', {
      record,
      url: (records) => `/apply/${id(records)}/questions/${questionId(records)}`,
      form: () => ({ text: '', revision: '0', intent: 'remove-media' }),
      allowed,
    }),
    post('/apply/:applicationId/carry-over', {
      record,
      url: (records) => `/apply/${id(records)}/carry-over`,
      form: () => ({ intent: 'withdraw' }),
      allowed,
    }),
    post('/apply/:applicationId/safety', {
      record,
      url: (records) => `/apply/${id(records)}/safety`,
      form: () => ({ contactWay: 'either', revision: '0' }),
      allowed,
    }),
    get('/apply/:applicationId/comments/:questionId', {
      record,
      url: (records) => `/apply/${id(records)}/comments/${questionId(records)}`,
      allowed,
    }),
    post('/apply/:applicationId/comments/:questionId', {
      record,
      url: (records) => `/apply/${id(records)}/comments/${questionId(records)}`,
      form: (records) => ({ commentId: id(records), comment: 'Say more' }),
      allowed,
    }),
    post('/apply/:applicationId/others', {
      record,
      url: (records) => `/apply/${id(records)}/others`,
      form: () => ({ intent: 'stop' }),
      allowed,
    }),
    get('/apply/:applicationId/merge/:mergeId', {
      record: `${record}, and no other draft`,
      url: (records) => `/apply/${id(records)}/merge/${NEW_CODE}`,
      allowed: always(...nobody),
    }),
    post('/apply/:applicationId/merge/:mergeId', {
      record: `${record}, and no other draft`,
      url: (records) => `/apply/${id(records)}/merge/${NEW_CODE}`,
      form: () => ({ intent: 'merge' }),
      allowed: always(...nobody),
    }),
    ...['invite', 'hand-over', 'leave', 'take-over', 'remove', 'revoke'].map((intent) =>
      post('/apply/:applicationId/team', {
        record,
        url: (records) => `/apply/${id(records)}/team`,
        form: () => ({
          intent,
          how: 'link',
          role: 'sign',
          usesMax: '1',
          invitationId: NEW_CODE,
          personId: NEW_CODE,
        }),
        // Nobody is in these teams: there is nobody to remove, nothing to take back, and nobody else to leave.
        allowed: intent === 'invite' || intent === 'hand-over' ? allowed : always(...nobody),
      }),
    ),
    post('/apply/:applicationId/again', { record, url: (records) => `/apply/${id(records)}/again`, allowed }),
    post('/apply/:applicationId/submit', { record, url: (records) => `/apply/${id(records)}/submit`, allowed }),
    post('/apply/:applicationId/withdraw', {
      record,
      url: (records) => `/apply/${id(records)}/withdraw`,
      form: () => ({ reason: 'Somebody else says so' }),
      allowed,
    }),
  ]),
  // A token is drawn with the invitation: what nobody was sent opens nothing.
  get('/apply/join/:token', {
    record: 'a token that nobody was sent',
    url: () => `/apply/join/${'z'.repeat(32)}`,
    allowed: always(...nobody),
  }),
  post('/apply/join/:token', {
    record: 'a token that nobody was sent',
    url: () => `/apply/join/${'z'.repeat(32)}`,
    allowed: always(...nobody),
  }),
  // The questions come after sending.
  ...[get, post].map((ask) =>
    ask('/apply/:applicationId/equality', {
      record: 'an application under review',
      url: (records) => `/apply/${records.applicationId}/equality`,
      form: () => ({ intent: 'skip' }),
      allowed: always('applicant'),
    }),
  ),
  get('/apply/:applicationId/equality', {
    record: 'a draft',
    url: (records) => `/apply/${records.draftApplicationId}/equality`,
    allowed: always(...nobody),
  }),
  // An address for the page's own script: a post only, and never a redirect.
  get('/apply/:applicationId/autosave', {
    record: 'a draft in a call that is open',
    url: (records) => `/apply/${records.openApplicationId}/autosave`,
    allowed: always(...nobody),
    visitor: 404,
  }),
  post('/apply/:applicationId/autosave', {
    record: 'a draft in a call that is open',
    url: (records) => `/apply/${records.openApplicationId}/autosave`,
    form: (records) => ({ what: records.openQuestionId, text: 'Taken over', revision: '0' }),
    allowed: only('mentoring', 'writer of a draft'),
    visitor: 401,
  }),
  head('/apply/upload/*', {
    record: 'a recording on its way',
    url: (records) => `/apply/upload/${records.uploadId}`,
    allowed: only('mentoring', 'writer of a draft'),
    visitor: 401,
  }),
  head('/apply/upload/*', {
    record: 'a recording that has arrived',
    url: (records) => `/apply/upload/${records.mediaId}`,
    allowed: always(...nobody),
    visitor: 401,
  }),
  get('/apply/media/:mediaId', {
    record: 'a recording of an application under review',
    url: (records) => `/apply/media/${records.mediaId}`,
    allowed: always('applicant'),
  }),
  ...['captions', 'progress'].map((part) =>
    get('/apply/media/:mediaId/:part', {
      record: `the ${part} of a recording of an application under review`,
      url: (records) => `/apply/media/${records.mediaId}/${part}`,
      allowed: always('applicant'),
    }),
  ),
  post('/apply/media/:mediaId/:part', {
    record: 'the poster of a recording that was sent: it stays as it is',
    url: (records) => `/apply/media/${records.mediaId}/poster`,
    allowed: always(...nobody),
  }),
  get('/apply/:applicationId/questions/:questionId/spoken', {
    record: 'what is said in a recording of an application under review',
    url: (records) => `/apply/${records.applicationId}/questions/${records.spokenQuestionId}/spoken`,
    allowed: always('applicant'),
  }),
  post('/apply/:applicationId/questions/:questionId/spoken', {
    record: 'what is said in a recording of an application under review',
    url: (records) => `/apply/${records.applicationId}/questions/${records.spokenQuestionId}/spoken`,
    form: () => ({ kind: 'transcript', text: 'Something else', revision: '1', intent: 'approve' }),
    allowed: always('applicant'),
  }),
  get('/staff/media/:mediaId', {
    record: 'a recording of an application under review',
    url: (records) => `/staff/media/${records.mediaId}`,
    allowed: always(...manager),
  }),
  ...['', '/captions', '/poster'].flatMap((part) => {
    const route = part === '' ? '' : '/:part';
    const record = `a recording that was not sent yet${part.replace('/', ', its ')}`;
    return [
      get(`/apply/media/:mediaId${route}`, {
        record,
        url: (records) => `/apply/media/${records.unsentMediaId}${part}`,
        allowed: only('applications', 'other applicant'),
      }),
      ...(['staff', 'panel'] as const).map((readers) =>
        get(`/${readers}/media/:mediaId${route}`, {
          record,
          url: (records) => `/${readers}/media/${records.unsentMediaId}${part}`,
          allowed: always(...nobody),
        }),
      ),
    ];
  }),
  ...['equality', 'invite-again'].flatMap((page) => [
    get(`/staff/calls/:callId/${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/${page}`,
      allowed: always(...manager),
    }),
    get(`/staff/calls/:callId/${page}`, {
      record: 'a call of the other partner',
      url: (records) => `/staff/calls/${records.otherCallId}/${page}`,
      allowed: always('manager of the other partner'),
    }),
  ]),
  post('/staff/calls/:callId/invite-again', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/invite-again`,
    allowed: always(...manager),
  }),
  get('/staff/media/:mediaId/:part', {
    record: 'the captions of a recording of an application under review',
    url: (records) => `/staff/media/${records.mediaId}/captions`,
    allowed: always(...manager),
  }),
  get('/staff/calls/:callId/codes', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/codes`,
    allowed: always(...manager),
  }),
  post('/staff/calls/:callId/codes', {
    record: 'a call that is open',
    url: (records) => `/staff/calls/${records.openCallId}/codes`,
    form: (records) => ({ intent: 'revoke', codeId: records.codeId }),
    allowed: only('mentoring', ...manager),
  }),
  post('/staff/calls/:callId/codes', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/codes`,
    form: () => ({ codeId: NEW_CODE, label: 'Me', purpose: 'late', expiresAt: '2090-03-06T12:00', usesMax: '1' }),
    allowed: always(...manager),
  }),
  get('/staff/calls/:callId/tests', {
    record: 'a draft',
    url: (records) => `/staff/calls/${records.draftCallId}/tests`,
    allowed: always(...manager),
  }),
  get('/staff/calls/:callId/tests', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/tests`,
    allowed: always(...nobody),
  }),
  ...['start', 'throw-away'].map((intent) =>
    post('/staff/calls/:callId/tests', {
      record: 'a draft',
      url: (records) => `/staff/calls/${records.draftCallId}/tests`,
      form: () => ({ intent }),
      allowed: always(...manager),
    }),
  ),
  get('/staff/calls/:callId/change', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/change`,
    allowed: always(...manager),
  }),
  ...['begin', 'publish', 'discard'].map((intent) =>
    post('/staff/calls/:callId/change', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/change`,
      form: () => ({ intent, reason: 'Because', sure: 'on', seen: '' }),
      allowed: always(...manager),
    }),
  ),
  get('/staff/calls/:callId/applications', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/applications`,
    allowed: always(...manager),
  }),
  get('/staff/calls/:callId/applications/check', {
    record: 'all that were sent to a published call',
    url: (records) => `/staff/calls/${records.callId}/applications/check?scope=all`,
    allowed: always(...manager),
  }),
  post('/staff/calls/:callId/applications/check', {
    record: 'one application of a published call',
    url: (records) => `/staff/calls/${records.callId}/applications/check?scope=ticked&a=${records.applicationId}`,
    form: () => ({ outcome: 'eligible', note: '', batchId: NEW_BATCH, count: '1' }),
    allowed: always(...manager),
  }),
  get('/staff/calls/:callId/applications/checks/:batchId', {
    record: 'what nobody did',
    url: (records) => `/staff/calls/${records.callId}/applications/checks/${NOTHING}`,
    allowed: always(...nobody),
  }),
  post('/staff/calls/:callId/applications/checks/:batchId', {
    record: 'what nobody did',
    url: (records) => `/staff/calls/${records.callId}/applications/checks/${NOTHING}`,
    allowed: always(...nobody),
  }),
  get('/staff/calls/:callId/applications/letters', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/applications/letters`,
    allowed: always(...manager),
  }),
  post('/staff/calls/:callId/applications/letters', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/applications/letters`,
    form: () => ({ count: '0' }),
    allowed: always(...manager),
  }),
  get('/staff/calls/:callId/applications/export', {
    record: 'all that were sent to a published call',
    url: (records) => `/staff/calls/${records.callId}/applications/export?scope=all`,
    allowed: always(...manager),
  }),
  post('/staff/calls/:callId/applications/export/file', {
    record: 'all that were sent to a published call',
    url: (records) => `/staff/calls/${records.callId}/applications/export/file?scope=all`,
    form: () => ({ format: 'csv' }),
    allowed: always(...manager),
  }),
  get('/staff/applications/:applicationId/eligibility', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/eligibility`,
    allowed: always(...manager),
  }),
  get('/staff/applications/:applicationId/eligibility', {
    record: 'a draft',
    url: (records) => `/staff/applications/${records.draftApplicationId}/eligibility`,
    allowed: always(...nobody),
  }),
  post('/staff/applications/:applicationId/eligibility', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/eligibility`,
    form: () => ({ outcome: 'eligible', note: '', seen: '0' }),
    allowed: always(...manager),
  }),
  get('/staff/applications/:applicationId', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}`,
    allowed: always(...manager),
  }),
  get('/staff/applications/:applicationId/questions/:questionId/translation', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/questions/${records.questionId}/translation`,
    allowed: always(...manager),
  }),
  post('/staff/applications/:applicationId/questions/:questionId/translation', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/questions/${records.questionId}/translation`,
    form: () => ({ intent: 'approve', language: 'so', revision: '1' }),
    allowed: always(...nobody),
  }),
  get('/staff/applications/:applicationId/questions/:questionId/translation', {
    record: 'a draft',
    url: (records) => `/staff/applications/${records.draftApplicationId}/questions/${records.questionId}/translation`,
    allowed: always(...nobody),
  }),
  get('/staff/applications/:applicationId/reopen', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/reopen`,
    allowed: always(...manager),
  }),
  post('/staff/applications/:applicationId/reopen', {
    record: 'an application under review',
    url: (records) => `/staff/applications/${records.applicationId}/reopen`,
    form: () => ({ intent: 'take-back' }),
    allowed: always(...manager),
  }),
  get('/staff/applications/:applicationId/reopen', {
    record: 'an application to the other partner',
    url: (records) => `/staff/applications/${records.otherCallApplicationId}/reopen`,
    allowed: always('manager of the other partner'),
  }),
  get('/staff/applications/:applicationId', {
    record: 'a draft',
    url: (records) => `/staff/applications/${records.draftApplicationId}`,
    allowed: always(...nobody),
  }),
  get('/staff/applications/:applicationId', {
    record: 'an application that was taken back later',
    url: (records) => `/staff/applications/${records.withdrawnApplicationId}`,
    allowed: { ...from('panel', ...nobody), applications: manager },
  }),
  get('/staff/applications/:applicationId', {
    record: 'an application to the other partner',
    url: (records) => `/staff/applications/${records.otherCallApplicationId}`,
    allowed: always('manager of the other partner'),
  }),
];
