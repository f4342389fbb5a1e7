import { always, everybody, from, get, NOTHING, nobody, post, type Row } from '../row.ts';

/** Planning and conducting are the manager's; the stage, the booth and the board are everybody's. */
export const pitchDay: readonly Row[] = [
  // Two people of the partner read what fell, whatever their work; before there is a ballot paper nothing falls.
  get('/staff/calls/:callId/pitch-day/throw', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/pitch-day/throw`,
    allowed: from('pitch-day', 'manager', 'finance maker', 'finance checker'),
  }),
  post('/staff/calls/:callId/pitch-day/throw', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/pitch-day/throw`,
    form: () => ({ value: '4 1 6' }),
    allowed: from('pitch-day', 'manager', 'finance maker', 'finance checker'),
  }),
  ...['', '/plan'].map((page) =>
    get(`/staff/calls/:callId/pitch-day${page}`, {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/pitch-day${page}`,
      allowed: always('manager'),
    }),
  ),
  ...['place', 'draw', 'take-in', 'fix', 'take-back', 'freeze', 'certify'].map((intent) =>
    post('/staff/calls/:callId/pitch-day', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/pitch-day`,
      form: () => ({ intent, id: NOTHING, place: '1', version: '1', understood: 'on' }),
      // Whether the shortlist is long enough is answered before there is a day to take it into.
      allowed: intent === 'take-in' ? always('manager') : from('pitch-day', 'manager'),
    }),
  ),
  post('/staff/calls/:callId/pitch-day/plan', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/pitch-day/plan`,
    form: () => ({
      title: 'Taken over',
      place: 'Elsewhere',
      address: 'Another street',
      accessNotes: 'None',
      startsAt: '2030-05-04T13:00',
      pitchMinutes: '3',
      tieSource: 'Dice',
    }),
    allowed: always('manager'),
  }),
  get('/staff/calls/:callId/pitch-day/sheets', {
    record: 'a published call',
    url: (records) => `/staff/calls/${records.callId}/pitch-day/sheets`,
    allowed: from('pitch-day', 'manager'),
  }),
  // An empty form, too: what is wrong with it is nobody else's to learn.
  ...[() => ({ count: '5', understood: 'on' }), () => ({})].map((form) =>
    post('/staff/calls/:callId/pitch-day/sheets', {
      record: 'a published call',
      url: (records) => `/staff/calls/${records.callId}/pitch-day/sheets`,
      form,
      allowed: from('pitch-day', 'manager'),
    }),
  ),
  get('/staff/calls/:callId/pitch-day/roll', {
    record: 'a pitch day',
    url: (records) => `/staff/calls/${records.callId}/pitch-day/roll`,
    allowed: from('pitch-day', 'manager'),
  }),
  ...['choose', 'add', 'take-off', 'send-again'].map((intent) =>
    post('/staff/calls/:callId/pitch-day/roll', {
      record: 'a pitch day',
      url: (records) => `/staff/calls/${records.callId}/pitch-day/roll`,
      form: () => ({ intent }),
      allowed: from('pitch-day', 'manager'),
    }),
  ),
  get('/staff/events/:eventId/control', {
    record: 'a pitch day',
    url: (records) => `/staff/events/${records.eventId}/control`,
    allowed: from('pitch-day', 'manager'),
  }),
  post('/staff/events/:eventId/control', {
    record: 'a pitch day',
    url: (records) => `/staff/events/${records.eventId}/control`,
    form: () => ({ press: 'welcome', version: '0' }),
    allowed: from('pitch-day', 'manager'),
  }),
  // The calls of the story have no judges on the day; who may where they have is in `judging.test.ts`.
  ...[get, post].map((ask) =>
    ask('/staff/events/:eventId/judging', {
      record: 'a pitch day without judges',
      url: (records) => `/staff/events/${records.eventId}/judging`,
      form: () => ({ intent: 'open' }),
      allowed: always(...nobody),
    }),
  ),
  ...[get, post].map((ask) =>
    ask('/panel/:callId/judging', {
      record: 'a call without judges',
      url: (records) => `/panel/${records.callId}/judging`,
      form: (records) => ({ applicationId: records.applicationId }),
      allowed: always(...nobody),
    }),
  ),
  get('/panel/:callId/judging/:applicationId/autosave', {
    record: 'a call without judges',
    url: (records) => `/panel/${records.callId}/judging/${records.applicationId}/autosave`,
    allowed: always(...nobody),
    visitor: 404,
  }),
  post('/panel/:callId/judging/:applicationId/autosave', {
    record: 'a call without judges',
    url: (records) => `/panel/${records.callId}/judging/${records.applicationId}/autosave`,
    form: () => ({}),
    allowed: always(...nobody),
    visitor: 401,
  }),
  ...['', '/events'].map((page) =>
    get(`/stage/:eventId${page}`, {
      record: 'a pitch day',
      url: (records) => `/stage/${records.eventId}${page}`,
      allowed: from('pitch-day', ...everybody),
    }),
  ),
  ...['/coming', '/coming.csv', '/door'].map((page) =>
    get(`/staff/calls/:callId/pitch-day${page}`, {
      record: 'a pitch day',
      url: (records) => `/staff/calls/${records.callId}/pitch-day${page}`,
      allowed: from('pitch-day', 'manager'),
    }),
  ),
  ...['/coming', '/door'].map((page) =>
    post(`/staff/calls/:callId/pitch-day${page}`, {
      record: 'a pitch day',
      url: (records) => `/staff/calls/${records.callId}/pitch-day${page}`,
      allowed: from('pitch-day', 'manager'),
    }),
  ),
  // Before there is a ballot paper to come onto there is nothing to say; nobody has put anything up yet.
  ...[get, post].map((ask) =>
    ask('/apply/:applicationId/pitch', {
      record: 'an application in a running order',
      url: (records) => `/apply/${records.applicationId}/pitch`,
      form: () => ({ oneLine: 'Taken over' }),
      allowed: from('pitch-day', 'applicant'),
    }),
  ),
  ...[get, post].map((ask) =>
    ask('/staff/calls/:callId/pitch-day/pitches/:applicationId', {
      record: 'an application in a running order',
      url: (records) => `/staff/calls/${records.callId}/pitch-day/pitches/${records.applicationId}`,
      form: () => ({ oneLine: 'Taken over' }),
      allowed: from('pitch-day', 'manager'),
    }),
  ),
  ...['picture', 'film', 'poster', 'captions'].map((part) =>
    get('/pitches/:applicationId/:part', {
      record: 'a group that shows nothing',
      url: (records) => `/pitches/${records.applicationId}/${part}`,
      allowed: always(...nobody),
    }),
  ),
  get('/calls/:slug/pitch-day', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/pitch-day`,
    allowed: always(...everybody),
  }),
  // Without a name it is looked at again; there is no account to have.
  post('/calls/:slug/pitch-day', {
    record: 'a published call',
    url: (records) => `/calls/${records.slug}/pitch-day`,
    allowed: always(...everybody),
  }),
  get('/calls/:slug/pitch-day.ics', {
    record: 'a pitch day',
    url: (records) => `/calls/${records.slug}/pitch-day.ics`,
    allowed: from('pitch-day', ...everybody),
  }),
  ...[get, post].map((ask) =>
    ask('/coming', {
      record: 'the party of another key',
      url: () => `/coming?key=${'f'.repeat(40)}`,
      form: () => ({ intent: 'cancel' }),
      allowed: always(...nobody),
    }),
  ),
  get('/vote', { record: 'no record', url: () => '/vote', allowed: always(...everybody) }),
  ...['', '/events'].map((page) =>
    get(`/vote/:pollId${page}`, {
      record: 'a frozen poll',
      url: (records) => `/vote/${records.pollId}${page}`,
      allowed: from('pitch-day', ...everybody),
    }),
  ),
  post('/vote/:pollId', {
    record: 'a frozen poll',
    url: (records) => `/vote/${records.pollId}`,
    form: () => ({ token: 'XXXX', choice: '1' }),
    allowed: from('pitch-day', ...everybody),
  }),
  // The vote of the demonstration is in the room alone: nobody has a pass to ask for.
  get('/vote/:pollId/pass', {
    record: 'a frozen poll without a roll',
    url: (records) => `/vote/${records.pollId}/pass`,
    allowed: always(...nobody),
  }),
  post('/vote/:pollId/pass/issue', {
    record: 'a frozen poll without a roll',
    url: (records) => `/vote/${records.pollId}/pass/issue`,
    form: () => ({ code: 'XXXX', blinded: '0' }),
    allowed: always(...nobody),
  }),
  // Nor has it codes for anybody.
  ...['/sign-up', '/straw'].flatMap((page) =>
    [get, post].map((ask) =>
      ask(`/vote/:pollId${page}`, {
        record: 'a frozen poll in the room alone',
        url: (records) => `/vote/${records.pollId}${page}`,
        form: () => ({ email: 'anybody@people.example' }),
        allowed: always(...nobody),
      }),
    ),
  ),
  // Whoever has no code: nobody is asked who she is.
  ...['/sign-up', '/straw'].flatMap((page) =>
    [get, post].map((ask) =>
      ask(`/vote/:pollId${page}`, {
        record: 'an open poll with codes for anybody',
        url: (records) => `/vote/${records.openPollId}${page}`,
        form: () => ({ email: 'anybody@people.example' }),
        allowed: always(...everybody),
      }),
    ),
  ),
  get('/board/:pollId', {
    record: 'a frozen poll',
    url: (records) => `/board/${records.pollId}`,
    allowed: from('pitch-day', ...everybody),
  }),
  get('/board/:pollId.json', {
    record: 'a frozen poll',
    url: (records) => `/board/${records.pollId}.json`,
    allowed: from('pitch-day', ...everybody),
  }),
  get('/recount.mjs', { record: 'no record', url: () => '/recount.mjs', allowed: always(...everybody) }),
  get('/recount.py', { record: 'no record', url: () => '/recount.py', allowed: always(...everybody) }),
  get('/recount.html', { record: 'no record', url: () => '/recount.html', allowed: always(...everybody) }),
];
