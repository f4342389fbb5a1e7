import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { openAndComingCalls } from '../queries/public-calls.server.ts';
import { callsFeed } from '../rules/calls-feed.ts';
import { offerText } from '../ui/offer-text.ts';

/** Open and coming calls for news readers and other sites, with what the portal says of them in the language asked for. */
export function loader({ context }: LoaderFunctionArgs) {
  const { portal } = context;
  const { words, language } = wordsIn(portal.language);
  const at = (path: string) => new URL(path, portal.env.PUBLIC_URL).href;
  const feed = callsFeed({
    title: say(language, words.plan.feedTitle, { product: words.common.product }),
    description: words.plan.feedDescription,
    language,
    homeUrl: at(paths.calls()),
    feedUrl: at(paths.callsFeed()),
    calls: openAndComingCalls(portal).map((call) => ({
      ...call,
      url: at(paths.call(call)),
      questionsUrl: at(paths.callQuestions(call)),
      calendarUrl: at(paths.callCalendar(call)),
      text: offerText(call, language),
      publishedAt: call.publishedAt ?? call.opensAt,
    })),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
}
