import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { myAnswers } from '../ui/my-answers.ts';
import { WholeApplication } from '../ui/whole-application.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const { words, language } = wordsFor(matches);
  return titled(say(language, words.application.printTitle, { reference: page?.mine.reference ?? '' }));
};

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return { mine: found(myApplication(signedIn(context, request), params.applicationId ?? '')) };
}

/** Everything on paper, to show to friends or to keep. */
export default function Print() {
  const { words, language, deadline } = useWords();
  const { mine } = useLoaderData<typeof loader>();
  const text = words.application;
  const when = (at: number | null) => deadline(at ?? 0, mine.call.timeZone);
  return (
    <Page
      back={paths.applyApplication({ applicationId: mine.id })}
      backLabel={text.printBack}
      overline={
        <>
          {mine.call.partnerName}
          {' · '}
          <CallText text={mine.call.title} />
        </>
      }
      title={say(language, text.printTitle, { reference: mine.reference })}
      lead={
        mine.state === 'draft'
          ? text.printNotSent
          : mine.state === 'submitted'
            ? say(language, text.submittedAt, { when: when(mine.submittedAt) })
            : say(language, text.withdrawnAt, { when: when(mine.withdrawnAt) })
      }
    >
      <p className="needs-script no-print">
        <button type="button" className="button second" data-print>
          {words.common.print}
        </button>
      </p>
      <WholeApplication
        details={mine.standingDetails}
        currency={mine.call.currency}
        answers={myAnswers(mine.questions, mine.call.currency)}
      />
    </Page>
  );
}
