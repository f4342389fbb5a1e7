import type { Persona } from '../personas.ts';
import { always, everybody, get, nobody, post, type Row, signedIn } from '../row.ts';

const managers: readonly Persona[] = ['manager', 'manager of the other partner'];

/** Signing in is for everybody; a name is changed by whoever has one. */
export const people: readonly Row[] = [
  get('/sign-in', { record: 'no record', url: () => '/sign-in', allowed: always(...everybody) }),
  post('/sign-in', { record: 'no record', url: () => '/sign-in', allowed: always(...everybody) }),
  get('/sign-in/code', {
    record: 'a code this browser did not ask for',
    url: () => '/sign-in/code?asked=by-another-browser',
    allowed: always(...signedIn),
    visitor: 302,
  }),
  get('/your-name', { record: 'their own name', url: () => '/your-name', allowed: always(...signedIn) }),
  post('/your-name', { record: 'their own name', url: () => '/your-name', allowed: always(...signedIn) }),
  get('/your-phone', { record: 'their own telephone', url: () => '/your-phone', allowed: always(...signedIn) }),
  post('/your-phone', {
    record: 'their own telephone',
    url: () => '/your-phone',
    form: () => ({ intent: 'forget' }),
    allowed: always(...signedIn),
  }),
  get('/sign-out', { record: 'no record', url: () => '/sign-out', allowed: always(...everybody) }),
  get('/better-words', { record: 'no record', url: () => '/better-words', allowed: always(...everybody) }),
  post('/better-words', { record: 'no record', url: () => '/better-words', allowed: always(...everybody) }),
  get('/staff/better-words', {
    record: 'what readers suggest',
    url: () => '/staff/better-words',
    allowed: always(...managers),
  }),
  post('/staff/better-words', {
    record: 'what readers suggest',
    url: () => '/staff/better-words',
    allowed: always(...managers),
  }),
  get('/staff/partners/:partnerId/contact', {
    record: 'how to reach the partner',
    url: ({ partnerId }) => `/staff/partners/${partnerId}/contact`,
    allowed: always('manager'),
  }),
  post('/staff/partners/:partnerId/contact', {
    record: 'how to reach the partner',
    url: ({ partnerId }) => `/staff/partners/${partnerId}/contact`,
    form: () => ({ email: 'hello@common-ground.example', phone: '024 7601 0123' }),
    allowed: always('manager'),
  }),
  get('/demo', { record: 'no record', url: () => '/demo', allowed: always(...everybody) }),
  post('/demo', {
    record: 'somebody who is not in the cast',
    url: () => '/demo',
    form: () => ({ person: 'nobody' }),
    allowed: always(...nobody),
  }),
  get('/*', { record: 'a page that does not exist', url: () => '/no/such/page', allowed: always(...nobody) }),
  post('/*', { record: 'a page that does not exist', url: () => '/no/such/page', allowed: always(...nobody) }),
];
