import type { Persona } from '../personas.ts';
import { always, from, get, post, type Row } from '../row.ts';

const managers: readonly Persona[] = ['manager', 'manager of the other partner'];

/** A group is seen by the mentor it has now, by itself, and by the managers of its partner. */
export const mentoring: readonly Row[] = [
  get('/staff/mentors', { record: 'their own list', url: () => '/staff/mentors', allowed: always(...managers) }),
  post('/staff/mentors', {
    record: 'the mentors of a partner',
    url: () => '/staff/mentors',
    form: (records) => ({
      partnerId: records.partnerId,
      name: 'Somebody',
      email: 'somebody@example.org',
      languages: 'en',
      hoursAMonth: '4',
    }),
    allowed: always('manager'),
  }),
  ...['', '/mentor'].map((page) =>
    get(`/staff/awards/:awardId${page}`, {
      record: 'an award',
      url: (records) => `/staff/awards/${records.awardId}${page}`,
      allowed: from('mentoring', 'manager'),
    }),
  ),
  post('/staff/awards/:awardId/mentor', {
    record: 'an award',
    url: (records) => `/staff/awards/${records.awardId}/mentor`,
    form: (records) => ({ mentorId: records.mentorId }),
    allowed: from('mentoring', 'manager'),
  }),
  get('/mentor', {
    record: 'their own list',
    url: () => '/mentor',
    allowed: from('mentoring', 'mentor', 'mentor of another group'),
  }),
  ...['', '/check-in'].map((page) =>
    get(`/mentor/:awardId${page}`, {
      record: 'an award',
      url: (records) => `/mentor/${records.awardId}${page}`,
      allowed: from('mentoring', 'mentor'),
    }),
  ),
  post('/mentor/:awardId', {
    record: 'an award',
    url: (records) => `/mentor/${records.awardId}`,
    form: () => ({ title: 'Taken over', dueOn: '2030-05-04' }),
    allowed: from('mentoring', 'mentor'),
  }),
  post('/mentor/:awardId', {
    record: 'an award',
    url: (records) => `/mentor/${records.awardId}`,
    form: (records) => ({ intent: 'remove', milestoneId: records.milestoneId }),
    allowed: from('mentoring', 'mentor'),
  }),
  post('/mentor/:awardId/check-in', {
    record: 'an award',
    url: (records) => `/mentor/${records.awardId}/check-in`,
    form: () => ({ heldOn: '2026-01-05', promised: 'This', happened: 'That', feels: 'good' }),
    allowed: from('mentoring', 'mentor'),
  }),
  get('/apply/:applicationId/mentoring', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/mentoring`,
    allowed: from('mentoring', 'applicant'),
  }),
  post('/apply/:applicationId/mentoring', {
    record: 'an application that was awarded',
    url: (records) => `/apply/${records.applicationId}/mentoring`,
    form: () => ({ intent: 'agree' }),
    allowed: from('mentoring', 'applicant'),
  }),
  post('/staff/awards/:awardId', {
    record: 'an award',
    url: (records) => `/staff/awards/${records.awardId}`,
    form: (records) => ({ milestoneId: records.milestoneId, sure: 'on' }),
    allowed: from('mentoring', 'manager'),
  }),
];
