import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { PanelMakeup } from '#app/ui/panel-makeup.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { announcedRule } from '../queries/panel-rule.server.ts';
import { RuleInWords } from '../ui/rule-in-words.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelRule.title);

export function loader({ params, context }: LoaderFunctionArgs) {
  return found(announcedRule(context.portal, params.slug ?? ''));
}

/** What everybody may know before anybody scores: how scores will become an order. */
export default function CallRule() {
  const { panelRule, panelLottery, panelRecord, panelMakeup } = useWords().words;
  const { call, state, rule, decidedBy, hasLottery } = useLoaderData<typeof loader>();
  return (
    <Page
      back={paths.call({ slug: call.slug })}
      backLabel={<CallText text={call.title} />}
      title={panelRule.title}
      lead={panelRule.lead}
    >
      <Notice>
        <p>{state === 'preparing' ? panelRule.mayChange : panelRule.fixed}</p>
      </Notice>
      <div className="sections">
        <RuleInWords rule={rule}>
          {hasLottery && (
            <p>
              <a href={paths.callLottery({ slug: call.slug })}>{panelLottery.link}</a>
            </p>
          )}
        </RuleInWords>
      </div>
      {decidedBy !== null && (
        <section>
          <h2>{panelMakeup.title}</h2>
          <PanelMakeup panel={decidedBy} />
          <p>
            <a href={paths.callDecisionRecord({ slug: call.slug })}>{panelRecord.link}</a>
          </p>
        </section>
      )}
    </Page>
  );
}
