import type { Persona } from '../personas.ts';
import { type Allowed, always, from, get, post, type Row } from '../row.ts';

const finance: readonly Persona[] = ['finance maker', 'finance checker'];

/** A manager prepares a decision; finance people see it once it is locked. */
const seated: Allowed = { ...from('pitch-day', 'manager', ...finance), applications: ['manager'], panel: ['manager'] };

const page = (name: string) => (records: { callId: string }) => `/staff/calls/${records.callId}/shortlist/${name}`;

export const assessmentDeciding: readonly Row[] = [
  ...['check', 'letters'].map((name) =>
    get(`/staff/calls/:callId/shortlist/${name}`, {
      record: 'a published call',
      url: page(name),
      allowed: seated,
    }),
  ),
  ...['lock', 'release'].map((intent) =>
    post('/staff/calls/:callId/shortlist/check', {
      record: 'a published call',
      url: page('check'),
      form: () => ({ intent, feedback: 'at-once', sure: 'on' }),
      allowed: always('manager'),
    }),
  ),
  ...['confirm', 'unlock'].map((intent) =>
    post('/staff/calls/:callId/shortlist/check', {
      record: 'a published call',
      url: page('check'),
      form: () => ({ intent, hash: 'of nothing', sure: 'on' }),
      allowed: seated,
    }),
  ),
  post('/staff/calls/:callId/shortlist/letters', {
    record: 'a letter about the shortlist',
    url: page('letters'),
    form: (records) => ({
      applicationId: records.applicationId,
      shown: '',
      subject: 'Hello',
      body: 'Words',
      feedback: '',
    }),
    // There is a letter only about what was decided, and after that it does not change.
    allowed: from('pitch-day', 'manager'),
  }),
];
