import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { signedIn } from '#app/people/request.server.ts';

/** A manager's work begins at the list of calls. */
export function loader({ request, context }: LoaderFunctionArgs) {
  signedIn(context, request);
  throw redirect(paths.staffCalls());
}
