import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { publishedLottery } from '../queries/lottery.server.ts';
import { LotteryDrawn, LotteryReplay } from '../ui/lottery-drawn.tsx';
import { LotteryFixed } from '../ui/lottery-fixed.tsx';
import { LotteryGivenUp } from '../ui/lottery-given-up.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelLottery.title);

export function loader({ params, context }: LoaderFunctionArgs) {
  return found(publishedLottery(context.portal, params.slug ?? ''));
}

/** The proof of a lottery: anybody repeats it without us, and without scripts. */
export default function CallLottery() {
  const { panelLottery } = useWords().words;
  const { call, lottery } = useLoaderData<typeof loader>();
  return (
    <Page
      back={paths.call({ slug: call.slug })}
      backLabel={<CallText text={call.title} />}
      title={panelLottery.title}
      lead={panelLottery.lead}
    >
      <p className="print-only">
        <strong>
          <CallText text={call.title} />
        </strong>
      </p>
      <div className="sections">
        <LotteryFixed lottery={lottery} entries={lottery.entries} timeZone={call.timeZone} />
        {lottery.drawn === null ? (
          <Notice>
            <p>{panelLottery.notYet}</p>
          </Notice>
        ) : (
          <LotteryDrawn drawn={lottery.drawn} places={lottery.places} timeZone={call.timeZone} />
        )}
        <LotteryGivenUp givenUp={lottery.givenUp} timeZone={call.timeZone} />
        {lottery.drawn !== null && <LotteryReplay steps={lottery.drawn.steps} salt={lottery.drawn.salt} />}
      </div>
    </Page>
  );
}
