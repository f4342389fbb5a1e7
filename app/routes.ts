import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every URL, in story order; the first segment is the audience (none = public). */
export default [
  // people
  index('people/routes/home.tsx'),
  route('sign-in', 'people/routes/sign-in.tsx'),
  route('sign-in/code', 'people/routes/sign-in-code.tsx'),
  route('your-name', 'people/routes/your-name.tsx'),
  route('sign-out', 'people/routes/sign-out.tsx'),
  route('demo', 'people/routes/demo.tsx'),

  // 1 call

  // 2 application

  // 3 assessment

  // 4 pitch day

  // 5 award

  // 6 payment

  // 7 mentoring

  // 8 reporting

  route('*', 'people/routes/not-found.tsx'),
] satisfies RouteConfig;
