import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { Reach } from '#app/ui/reach.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CheckPage } from '../queries/check-page.server.ts';
import type { CheckOutcome } from '../rules/self-check.ts';
import { OtherWay } from './other-way.tsx';
import { StateNotice } from './state-notice.tsx';

/** What a self-check says at its end: start, or who else can help. It shuts no door. */
export function CheckResult(props: { page: CheckPage; result: { outcome: CheckOutcome; missed: readonly string[] } }) {
  const { words, language } = useWords();
  const { call, items, titles, windows } = props.page;
  const { outcome, missed } = props.result;
  const text = words.selfCheck;
  const fits = outcome === 'fits';
  const isOpen = call.window === 'open' && call.previewOf === null;
  return (
    <Page
      title={fits ? text.fitsTitle : text.anotherTitle}
      overline={<CallText text={call.title} />}
      back={paths.call({ slug: call.slug })}
      backLabel={text.back}
    >
      <StateNotice call={call} />
      {fits ? (
        <Notice tone="good">
          <p>{isOpen ? text.fitsText : text.fitsLater}</p>
        </Notice>
      ) : (
        <p>{say(language, text.anotherText, { partner: call.partnerName })}</p>
      )}
      <ul className="grid wide">
        {items
          .filter(({ id }) => missed.includes(id))
          .map((item) => (
            <li key={item.id} className="card">
              <h2>{text.ways[item.route]}</h2>
              <OtherWay item={item} titles={titles} windows={windows} />
              <p className="soft">
                {text.saidNo} <CallText text={item.statement} />
              </p>
            </li>
          ))}
      </ul>
      <p className="row">
        {isOpen && (
          <ButtonLink to={paths.applyStart({ slug: call.slug })} look={fits ? 'first' : 'second'} big={fits}>
            {fits ? (call.invitationOnly ? words.entry.startWithCode : words.call.start) : text.startAnyway}
          </ButtonLink>
        )}
        <a href={paths.callCheck({ slug: call.slug })}>{text.again}</a>
      </p>
      <Reach contact={call.contact} />
    </Page>
  );
}
