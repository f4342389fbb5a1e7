import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Card, Empty, Tag, Written } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { myApplications } from '../queries/my-applications.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.application.mineTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  return { applications: myApplications(signedIn(context, request)) };
}

const TONES = { draft: 'warn', submitted: 'good', withdrawn: 'plain' } as const;

export default function MyApplications() {
  const { words, language, deadline, date, money } = useWords();
  const { applications } = useLoaderData<typeof loader>();
  const text = words.application;
  const standing = (mine: (typeof applications)[number]) => {
    const { timeZone, closesAt } = mine.call;
    if (mine.state === 'submitted')
      return say(language, text.submittedAt, { when: date(mine.submittedAt ?? 0, timeZone) });
    if (mine.state === 'withdrawn') return null;
    const sentence = mine.window === 'open' ? text.closesAt : text.closedAt;
    return say(language, sentence, { when: deadline(closesAt, timeZone) });
  };
  return (
    <Page title={text.mineTitle} lead={applications.length === 0 ? undefined : text.mineLead}>
      {applications.length === 0 ? (
        <Empty title={text.mineEmpty}>
          <ButtonLink to={paths.calls()}>{text.mineFind}</ButtonLink>
        </Empty>
      ) : (
        <ul className="grid">
          {applications.map((mine) => (
            <Card as="li" key={mine.id}>
              <p className="row">
                <Tag tone={TONES[mine.state]}>{text.states[mine.state]}</Tag>
                <span className="soft">{mine.reference}</span>
              </p>
              <h2 className="card-title">
                <a href={paths.applyApplication({ applicationId: mine.id })}>
                  {mine.title === '' ? text.untitled : <Written as="span" text={mine.title} lang={mine.language} />}
                </a>
              </h2>
              <p className="soft">
                {mine.amountMinor === null
                  ? mine.call.title
                  : `${mine.call.title} · ${money(mine.amountMinor, mine.call.currency)}`}
              </p>
              {standing(mine) !== null && <p>{standing(mine)}</p>}
            </Card>
          ))}
        </ul>
      )}
    </Page>
  );
}
