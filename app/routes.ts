import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every URL, in story order; the first segment is the audience (none = public). */
export default [
  // people
  route('sign-in', 'people/routes/sign-in.tsx'),
  route('sign-in/code', 'people/routes/sign-in-code.tsx'),
  route('your-name', 'people/routes/your-name.tsx'),
  route('sign-out', 'people/routes/sign-out.tsx'),
  route('demo', 'people/routes/demo.tsx'),

  // 1 call
  index('grant/call/routes/home.tsx'),
  route('calls', 'grant/call/routes/calls.tsx'),
  route('calls/:slug', 'grant/call/routes/call.tsx'),
  route('calls/:slug/questions', 'grant/call/routes/call-questions.tsx'),
  route('calls/:slug/facts.json', 'grant/call/routes/call-facts-file.tsx'),
  route('staff', 'grant/call/routes/staff.tsx'),
  route('staff/calls', 'grant/call/routes/staff-calls.tsx'),
  route('staff/calls/new', 'grant/call/routes/staff-new-call.tsx'),
  route('staff/calls/:callId', 'grant/call/routes/staff-call.tsx'),
  route('staff/calls/:callId/edit', 'grant/call/routes/staff-edit-call.tsx'),
  route('staff/calls/:callId/questions', 'grant/call/routes/staff-call-questions.tsx'),
  route('staff/calls/:callId/questions/:questionId', 'grant/call/routes/staff-call-question.tsx'),
  route('staff/calls/:callId/criteria', 'grant/call/routes/staff-call-criteria.tsx'),
  route('staff/calls/:callId/criteria/:criterionId', 'grant/call/routes/staff-call-criterion.tsx'),
  route('staff/calls/:callId/publish', 'grant/call/routes/staff-publish-call.tsx'),

  // 2 application

  // 3 assessment

  // 4 pitch day

  // 5 award

  // 6 payment

  // 7 mentoring

  // 8 reporting

  route('*', 'people/routes/not-found.tsx'),
] satisfies RouteConfig;
