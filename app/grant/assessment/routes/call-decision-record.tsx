import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Written } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { decisionRecord } from '../queries/decision-record.server.ts';
import { RecordScores } from '../ui/record-scores.tsx';
import { RuleInWords } from '../ui/rule-in-words.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelRecord.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(decisionRecord(signedIn(context, request), params.slug ?? ''));
}

/** A decision line by line: nobody involved has to take anybody's word for it. */
export default function CallDecisionRecord() {
  const { words, language, dateTime, number } = useWords();
  const record = useLoaderData<typeof loader>();
  const { panelRecord } = words;
  const { call, agreed, composition, ties, key, convergence } = record;
  const when = (at: number) => dateTime(at, call.timeZone);
  return (
    <Page
      back={paths.call({ slug: call.slug })}
      backLabel={<CallText text={call.title} />}
      title={panelRecord.title}
      lead={panelRecord.lead}
    >
      <p className="print-only">
        <strong>
          <CallText text={call.title} />
        </strong>
      </p>
      <section>
        <h2>{panelRecord.agreedTitle}</h2>
        <ul>
          <li>
            {say(language, panelRecord.composition, {
              participants: composition.participants,
              accepted: composition.accepted,
              share: composition.sharePercent,
              min: composition.shareMinPercent,
            })}
          </li>
          <li>{say(language, panelRecord.ties, ties)}</li>
          {agreed !== null && agreed.confirmedAt !== null && (
            <li>
              {say(language, panelRecord.agreed, {
                locked: when(agreed.lockedAt),
                confirmed: when(agreed.confirmedAt),
              })}
            </li>
          )}
          <li>{say(language, panelRecord.decided, { when: when(record.decidedAt) })}</li>
        </ul>
      </section>
      <RuleInWords rule={record.rule}>
        {record.hasLottery && (
          <p>
            <a href={paths.callLottery({ slug: call.slug })}>{panelRecord.lottery}</a>
            {record.hadLotsAged && <span className="block">{panelRecord.lotsAged}</span>}
          </p>
        )}
      </RuleInWords>
      <section>
        <h2>{panelRecord.fairnessTitle}</h2>
        {record.fairness.length === 0 && <p>{panelRecord.fairnessNone}</p>}
        {record.fairness.map((answer) => (
          <div key={answer.at}>
            <h3>{say(language, panelRecord.fairnessBy, { when: when(answer.at) })}</h3>
            <Written text={answer.response} />
          </div>
        ))}
      </section>
      <RecordScores rows={record.rows} />
      <details>
        <summary>{panelRecord.howTitle}</summary>
        <Facts
          facts={[
            [panelRecord.seed, <code key="seed">{key.seed}</code>],
            [panelRecord.scoresHash, <code key="scores">{key.scoresHash}</code>],
            record.ranAt !== null && [panelRecord.calculated, when(record.ranAt)],
            convergence !== null && [
              panelRecord.convergence,
              say(language, panelRecord.convergenceOf, {
                rHat: number(convergence.rHat, 3),
                size: number(convergence.effectiveSize, 0),
                chains: convergence.chains,
                draws: convergence.draws,
              }),
            ],
          ]}
        />
      </details>
    </Page>
  );
}
