import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Facts, Tag, When } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callOnDesk } from '../queries/call-desk.server.ts';
import { timelineOf } from '../rules/timeline.ts';
import { CallActions } from '../ui/call-actions.tsx';
import { CheckCounts } from '../ui/check-counts.tsx';
import { DraftParts } from '../ui/draft-parts.tsx';
import { FrozenNote } from '../ui/frozen-note.tsx';
import { RoundDates } from '../ui/round-dates.tsx';
import { WindowTag } from '../ui/window-tag.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.call.title ?? wordsIn('en').words.callDesk.staffTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = found(callOnDesk(signedIn(context, request), params.callId ?? ''));
  if (desk.call.changeOf !== null) throw redirect(paths.staffCallChange({ callId: desk.call.changeOf }));
  const { call, window, problems, weightSum, publication, checkCounts } = desk;
  return {
    window,
    problems,
    weightSum,
    questions: call.questions.length,
    criteria: call.criteria.length,
    terms: call.terms.length,
    checkItems: call.checkItems.length,
    checkCounts,
    isChanging: desk.isChanging,
    dates: call.dates.length,
    timeline: timelineOf(call, context.portal.now),
    contact: { partnerId: call.partnerId, phone: call.contact.phone, email: call.contact.email },
    call: {
      id: call.id,
      slug: call.slug,
      title: call.title,
      state: call.state,
      strand: call.strand,
      partnerName: call.partnerName,
      currency: call.currency,
      potMinor: call.potMinor,
      awardMaxMinor: call.awardMaxMinor,
      awardsPlanned: call.awardsPlanned,
      timeZone: call.timeZone,
      opensAt: call.opensAt,
      closesAt: call.closesAt,
      publishedAt: call.publishedAt,
      factsHash: publication?.factsHash ?? null,
    },
  };
}

export default function StaffCall() {
  const { words, language, money } = useWords();
  const desk = useLoaderData<typeof loader>();
  const { call } = desk;
  const isDraft = call.state === 'draft';
  return (
    <Page
      title={<span dir="auto">{call.title}</span>}
      overline={`${call.partnerName} · ${words.call.strands[call.strand]}`}
      lead={isDraft ? words.callDesk.draftLead : words.callDesk.publishedLead}
      back={paths.staffCalls()}
      backLabel={words.callDesk.staffTitle}
    >
      <div className="split">
        <div>
          <CallActions
            call={call}
            isReady={desk.problems.length === 0}
            isChanging={desk.isChanging}
            hasQuestions={desk.questions > 0}
          />
          {isDraft && <DraftParts desk={desk} />}
          {!isDraft && desk.dates > 0 && (
            <section>
              <h2>{words.plan.timelineTitle}</h2>
              <RoundDates round={{ timeline: desk.timeline, timeZone: call.timeZone }} />
            </section>
          )}
          {!isDraft && desk.checkItems > 0 && <CheckCounts counts={desk.checkCounts} />}
          {!isDraft && <FrozenNote call={call} />}
        </div>
        <aside className="card glance" aria-label={words.call.atAGlance}>
          <p className="row apart">
            <span className="soft">{words.callDesk.staffListState}</span>
            {isDraft ? <Tag tone="warn">{words.callDesk.draft}</Tag> : <WindowTag window={desk.window} />}
          </p>
          <p className="amount">
            {say(language, words.call.upTo, { amount: money(call.awardMaxMinor, call.currency) })}
          </p>
          <Facts
            facts={[
              [
                words.call.factAwards,
                say(language, words.call.factAwardsValue, {
                  count: call.awardsPlanned,
                  pot: money(call.potMinor, call.currency),
                }),
              ],
              [words.call.factOpens, <When key="opens" at={call.opensAt} timeZone={call.timeZone} as="deadline" />],
              [words.call.factCloses, <When key="closes" at={call.closesAt} timeZone={call.timeZone} as="deadline" />],
            ]}
          />
        </aside>
      </div>
    </Page>
  );
}
