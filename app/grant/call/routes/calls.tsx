import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { callsByWindow } from '../queries/calls-by-window.server.ts';
import { CallList } from '../ui/call-list.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => {
  const { words, language } = wordsFor(matches);
  const { product } = words.common;
  const feed = (type: string, title: string, href: string) => ({
    tagName: 'link',
    rel: 'alternate',
    type,
    title,
    href,
  });
  return [
    ...titled(words.call.callsTitle),
    feed('application/feed+json', say(language, words.plan.feedTitle, { product }), paths.callsFeed()),
    feed('text/calendar', say(language, words.plan.calendarTitle, { product }), paths.callsCalendar()),
  ];
};

export function loader({ context }: LoaderFunctionArgs) {
  return callsByWindow(context.portal);
}

export default function Calls() {
  const { words } = useWords();
  const calls = useLoaderData<typeof loader>();
  const sections = [
    { title: words.call.callsOpen, calls: calls.open },
    { title: words.call.callsComing, calls: calls['not-yet'] },
    { title: words.call.callsClosed, calls: calls.closed },
  ].filter((section) => section.calls.length > 0);
  return (
    <Page title={words.call.callsTitle} lead={words.call.callsLead}>
      {sections.length === 0 && (
        <Empty title={words.call.callsNone}>
          <p>{words.call.callsNoneText}</p>
        </Empty>
      )}
      {sections.length > 0 && calls.open.length === 0 && <p>{words.call.callsNoneOpen}</p>}
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <CallList calls={section.calls} />
        </section>
      ))}
      <section className="card">
        <h2>{words.plan.feedsTitle}</h2>
        <p>{words.plan.feedsText}</p>
        <ul>
          <li>
            <a href={paths.callsCalendar()}>{words.plan.feedCalendar}</a>
          </li>
          <li>
            <a href={paths.callsFeed()}>{words.plan.feedJson}</a>
          </li>
        </ul>
      </section>
    </Page>
  );
}
