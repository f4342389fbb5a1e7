import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import { ShowMore, shownIn } from '#app/ui/show-more.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { askForRanking } from '../commands/want-ranking.server.ts';
import { rankingDesk } from '../queries/ranking-desk.server.ts';
import { RankingHow } from '../ui/ranking-how.tsx';
import { RankingLine } from '../ui/ranking-line.tsx';
import { RankingStanding } from '../ui/ranking-standing.tsx';
import { RankingTable } from '../ui/ranking-table.tsx';
import { SeverityTable } from '../ui/severity-table.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelRanking.title);

/** A page that waits looks again by itself, with scripts or without. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

const ROWS_AT_FIRST = 100;
const LOOK_AGAIN_SECONDS = 5;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const shown = shownIn(new URL(request.url).searchParams, ROWS_AT_FIRST);
  const desk = found(rankingDesk(signedIn(context, request), params.callId ?? '', shown));
  const waits: Record<string, string> = desk.standing === 'waiting' ? { Refresh: String(LOOK_AGAIN_SECONDS) } : {};
  return data({ desk, shown }, { headers: waits });
}

export function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const outcome = askForRanking(portal, callId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return refusal(wordsIn('en').words.panelRanking.refusals[outcome.reason]);
  }
  throw redirect(paths.staffRanking({ callId }));
}

export default function StaffRanking() {
  const { words, language } = useWords();
  const { desk, shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { panelRanking, panelRule } = words;
  const lead = say(language, panelRanking.lead, {
    method: panelRule.methods[desk.rule.method].name,
    places: desk.key.fundable,
  });
  return (
    <Page
      back={paths.staffShortlist({ callId: desk.call.id })}
      backLabel={words.assessment.shortlistTitle}
      overline={desk.call.title}
      title={panelRanking.title}
      lead={lead}
    >
      <RankingStanding desk={desk} reply={reply} />
      {desk.rows.length === 0 ? (
        <Empty title={words.assessment.shortlistNothing} />
      ) : (
        <>
          <RankingLine desk={desk} />
          <RankingTable desk={desk} />
          <ShowMore
            later={desk.counts.all - desk.rows.length}
            to={paths.staffRanking({ callId: desk.call.id, shown: String(shown + ROWS_AT_FIRST) })}
          />
          <SeverityTable reviewers={desk.reviewers} />
          <RankingHow desk={desk} />
        </>
      )}
    </Page>
  );
}
