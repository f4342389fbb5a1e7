import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { found } from '#app/people/request.server.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { boardPage } from '../queries/board-page.server.ts';
import { BoardScreen } from '../ui/board-screen.tsx';
import boothStyle from '../ui/booth.css?url';

export const handle: ScreenHandle = { isTranslated: true };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boothStyle }];

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const { words, language } = wordsFor(matches);
  return titled(say(language, words.pitchDay.boardTitle, { title: data?.title ?? '' }));
};

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const tracker = new URL(request.url).searchParams.get('tracker');
  return found(boardPage(context.portal, params.pollId ?? '', tracker));
}

export default function Board() {
  return <BoardScreen board={useLoaderData<typeof loader>()} />;
}
