import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import stageStyle from '#app/ui/stage.css?url';
import { titled } from '#app/ui/titled.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { meetingScreen } from '../queries/meeting-screen.server.ts';
import { MeetingWall } from '../ui/meeting-wall.tsx';

export const handle: ScreenHandle = { isBare: true, reloadSeconds: 5 };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stageStyle }];

export const meta: MetaFunction = () => titled(wordsIn('en').words.meetingDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const screen = found(meetingScreen(signedIn(context, request), params.callId ?? ''));
  return { screen, script: scriptUrl('stage') };
}

export default function StaffMeetingScreen() {
  const { screen, script } = useLoaderData<typeof loader>();
  return (
    <>
      <MeetingWall screen={screen} follow={paths.staffMeetingEvents({ callId: screen.call.id })} />
      <script type="module" src={script} />
    </>
  );
}
