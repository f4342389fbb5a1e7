import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import stageStyle from '#app/ui/stage.css?url';
import { titled } from '#app/ui/titled.ts';
import { stageView } from '../queries/stage-view.server.ts';
import resultStyle from '../ui/stage-result.css?url';
import { StageScreen } from '../ui/stage-screen.tsx';

export const handle: ScreenHandle = { isBare: true, isTranslated: true, reloadSeconds: 5 };

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stageStyle },
  { rel: 'stylesheet', href: resultStyle },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.stage.title ?? '');

export function loader({ params, context }: LoaderFunctionArgs) {
  const { portal } = context;
  const stage = found(stageView(portal, params.eventId ?? ''));
  const full = (path: string) => new URL(path, portal.env.PUBLIC_URL).href;
  const short = new URL(paths.vote(), portal.env.PUBLIC_URL);
  const { pollId } = stage.poll ?? {};
  return {
    stage,
    now: portal.now,
    script: scriptUrl('stage'),
    links:
      pollId === undefined
        ? null
        : {
            vote: full(paths.booth({ pollId })),
            voteShort: `${short.host}${short.pathname}`,
            board: full(paths.board({ pollId })),
          },
  };
}

export default function Stage() {
  const { stage, links: addresses, now, script } = useLoaderData<typeof loader>();
  return (
    <>
      <StageScreen stage={stage} links={addresses} now={now} follow={paths.stageEvents({ eventId: stage.eventId })} />
      <script type="module" src={script} />
    </>
  );
}
