import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { GlossaryList } from '#app/ui/glossary-list.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { callPage } from '../queries/call-page.server.ts';
import { CriteriaList } from '../ui/criteria-list.tsx';
import { QuestionList } from '../ui/question-list.tsx';
import { StateNotice } from '../ui/state-notice.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.call.questionsTitle);

/** Everything an applicant will be asked, for everybody, before any signing in. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return found(callPage(context.portal, params.slug ?? ''));
}

export default function CallQuestions() {
  const { words } = useWords();
  const call = useLoaderData<typeof loader>();
  const isOpen = call.window === 'open' && call.previewOf === null;
  return (
    <Page
      title={words.call.questionsTitle}
      overline={<CallText text={call.title} />}
      lead={words.call.questionsLead}
      back={paths.call({ slug: call.slug })}
    >
      <div className="no-print">
        <StateNotice call={call} />
      </div>
      <p className="row no-print">
        {isOpen && (
          <ButtonLink to={paths.applyStart({ slug: call.slug })}>
            {call.invitationOnly ? words.entry.startWithCode : words.call.start}
          </ButtonLink>
        )}
        <button type="button" className="button second needs-script" data-print>
          {words.call.questionsPrint}
        </button>
        <ButtonLink to={paths.callQuestionsFile({ slug: call.slug })} look="second" download>
          {words.plan.fileLink}
        </ButtonLink>
      </p>
      <p className="soft no-print">{words.plan.fileHint}</p>
      <div className={call.terms.length > 0 ? 'split first-aside' : undefined}>
        {call.terms.length > 0 && (
          <aside className="card" aria-labelledby="glossary">
            <h2 id="glossary">{words.glossary.publicTitle}</h2>
            <GlossaryList terms={call.terms} />
          </aside>
        )}
        <div className="sections">
          {call.questions.length === 0 ? (
            <Empty title={words.call.questionsNone} />
          ) : (
            <QuestionList questions={call.questions} />
          )}
          <section>
            <h2>{words.call.criteria}</h2>
            <CriteriaList criteria={call.criteria} open />
          </section>
        </div>
      </div>
    </Page>
  );
}
