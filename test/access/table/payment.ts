import type { Persona } from '../personas.ts';
import { always, from, get, post, type Row } from '../row.ts';

const books: readonly Persona[] = ['finance maker', 'finance checker'];

const account = { name: 'Somebody else', sortCode: '089999', accountNumber: '66374958' };

/** Every field that one of the buttons of a payment asks for. */
const REASONS = {
  reason: 'Because',
  evidence: 'Statement line 1',
  failReason: 'The bank says so',
  failSure: 'on',
  returnReason: 'It came back',
  returnSure: 'on',
};

/** The books of a call are for the finance people of its partner; where the money goes is the group's. */
export const payment: readonly Row[] = [
  get('/finance', {
    record: 'their own list',
    url: () => '/finance',
    allowed: always(...books, 'finance of the other partner'),
  }),
  post('/finance', {
    record: 'a stop of all payments',
    url: () => '/finance',
    form: () => ({ compared: 'All statements', sure: 'on' }),
    allowed: always(...books, 'finance of the other partner'),
  }),
  ...['', '/funds'].map((page) =>
    get(`/finance/calls/:callId${page}`, {
      record: 'the books of a call',
      url: (records) => `/finance/calls/${records.callId}${page}`,
      allowed: always(...books),
    }),
  ),
  ...['prepare', 'file'].map((intent) =>
    post('/finance/calls/:callId', {
      record: 'the books of a call',
      url: (records) => `/finance/calls/${records.callId}`,
      form: (records) => ({ intent, tranche: records.trancheId }),
      allowed: always(...books),
    }),
  ),
  post('/finance/calls/:callId', {
    record: 'the books of a call',
    url: (records) => `/finance/calls/${records.callId}`,
    form: () => ({ intent: 'bacs', serviceUserNumber: '123456' }),
    allowed: always(...books),
  }),
  post('/finance/calls/:callId/funds', {
    record: 'the books of a call',
    url: (records) => `/finance/calls/${records.callId}/funds`,
    form: () => ({ amount: '1000', statementRef: 'Line 1', evidence: 'A statement', ...account, lookedAgain: 'on' }),
    allowed: always(...books),
  }),
  get('/finance/calls/:callId/months', {
    record: 'the months of a call',
    url: (records) => `/finance/calls/${records.callId}/months`,
    allowed: from('mentoring', ...books, 'auditor'),
  }),
  ...['', '/csv', '/xlsx'].map((page) =>
    get(`/finance/calls/:callId/months/:month${page}`, {
      record: 'a month of a call',
      url: (records) => `/finance/calls/${records.callId}/months/${records.month}${page}`,
      allowed: from('mentoring', ...books, 'auditor'),
    }),
  ),
  post('/finance/calls/:callId/months/:month', {
    record: 'a month of a call',
    url: (records) => `/finance/calls/${records.callId}/months/${records.month}`,
    form: () => ({ sure: 'on' }),
    allowed: from('mentoring', ...books),
  }),
  get('/finance/auditors/:partnerId', {
    record: 'the auditors of a partner',
    url: (records) => `/finance/auditors/${records.partnerId}`,
    allowed: always(...books),
  }),
  ...['ask', 'end'].map((intent) =>
    post('/finance/auditors/:partnerId', {
      record: 'the auditors of a partner',
      url: (records) => `/finance/auditors/${records.partnerId}`,
      form: ({ auditorId }) => ({ intent, auditorId, name: 'Tove', email: 'tove@audit.example', days: '30' }),
      allowed: always(...books),
    }),
  ),
  get('/audit', { record: 'their own audits', url: () => '/audit', allowed: always('auditor') }),
  get('/audit/calls/:callId', {
    record: 'the payments of a call',
    url: (records) => `/audit/calls/${records.callId}`,
    allowed: always('auditor'),
  }),
  get('/finance/calls/:callId', {
    record: 'the books of the other partner',
    url: (records) => `/finance/calls/${records.otherCallId}`,
    allowed: always('finance of the other partner'),
  }),
  get('/finance/payouts/:payoutId', {
    record: 'a payment of the call',
    url: (records) => `/finance/payouts/${records.payoutId}`,
    allowed: from('mentoring', ...books),
  }),
  get('/finance/payouts/:payoutId/details', {
    record: 'a payment of the call',
    url: (records) => `/finance/payouts/${records.payoutId}/details`,
    allowed: from('mentoring', ...books),
  }),
  ...['code', 'show'].map((intent) =>
    post('/finance/payouts/:payoutId/details', {
      record: 'a payment of the call',
      url: (records) => `/finance/payouts/${records.payoutId}/details`,
      form: () => ({ intent, why: 'The bank asks', code: '123456' }),
      allowed: from('mentoring', ...books),
    }),
  ),
  ...['submit', 'approve', 'reject', 'settle', 'fail', 'return'].map((intent) =>
    post('/finance/payouts/:payoutId', {
      record: 'a payment of the call',
      url: (records) => `/finance/payouts/${records.payoutId}`,
      form: () => ({ intent, hash: '', ...REASONS }),
      allowed: from('mentoring', ...books),
    }),
  ),
  ...['', '/download', '/csv', '/bacs'].map((page) =>
    get(`/finance/files/:fileId${page}`, {
      record: 'a bank file of the call',
      url: (records) => `/finance/files/${records.fileId}${page}`,
      allowed: from('mentoring', ...books),
    }),
  ),
  ...['sent', 'settle'].map((intent) =>
    post('/finance/files/:fileId', {
      record: 'a bank file of the call',
      url: (records) => `/finance/files/${records.fileId}`,
      form: () => ({ intent, evidence: 'Statement line 1', sure: 'on' }),
      allowed: from('mentoring', ...books),
    }),
  ),
  get('/finance/statements/:partnerId', {
    record: 'the bank statements of the partner',
    url: (records) => `/finance/statements/${records.partnerId}`,
    allowed: always(...books),
  }),
  ...['bring', 'columns', 'settle', 'came-back', 'funds', 'aside', 'reopen'].map((intent) =>
    post('/finance/statements/:partnerId', {
      record: 'the bank statements of the partner',
      url: (records) => `/finance/statements/${records.partnerId}`,
      form: () => ({ intent }),
      allowed: always(...books),
    }),
  ),
  get('/host/:token', {
    record: 'a letter to a host that was never sent',
    url: () => `/host/${'f'.repeat(32)}`,
    allowed: always(),
  }),
  post('/host/:token', {
    record: 'a letter to a host that was never sent',
    url: () => `/host/${'f'.repeat(32)}`,
    form: () => ({ answer: 'accepted', name: 'Somebody' }),
    allowed: always(),
  }),
  ...['confirm', 'code', 'host'].map((intent) =>
    post('/apply/:applicationId/payment', {
      record: 'an application that was awarded',
      url: (records) => `/apply/${records.applicationId}/payment`,
      form: () => ({ intent, code: '123456' }),
      allowed: from('mentoring', 'applicant'),
    }),
  ),
  get('/apply/:applicationId/payment', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/payment`,
    allowed: from('mentoring', 'applicant'),
  }),
  get('/apply/:applicationId/payment/details', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/payment/details`,
    allowed: from('mentoring', 'applicant'),
  }),
  post('/apply/:applicationId/payment/details', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/payment/details`,
    form: () => ({ holder: 'group', ...account, lookedAgain: 'on' }),
    allowed: from('mentoring', 'applicant'),
  }),
];
