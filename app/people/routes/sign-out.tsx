import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';

/** A post only: a GET could be clicked by a mail scanner or an image on another page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = await context.sessions.end(request.headers.get('Cookie'));
  throw redirect(paths.home(), { headers: { 'Set-Cookie': cookie } });
}

export function loader() {
  throw redirect(paths.home());
}
