import { Facts, Table, Tag, When } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Lottery } from '../queries/lottery.server.ts';
import { inFives } from './in-fives.ts';

type Drawn = NonNullable<Lottery['drawn']>;

/** What was thrown, and whom the lots have chosen. */
export function LotteryDrawn(props: { drawn: Drawn; places: number; timeZone: string }) {
  const { words, number } = useWords();
  const { panelLottery } = words;
  const { drawn, places } = props;
  const rows = drawn.order.map((reference, at) => ({ reference, place: at + 1 }));
  return (
    <section>
      <h2>{panelLottery.drawnTitle}</h2>
      <Facts
        facts={[
          [
            panelLottery.thrown,
            <code key="thrown" dir="ltr">
              {inFives(drawn.thrown)}
            </code>,
          ],
          [panelLottery.drawnAt, <When key="at" at={drawn.at} timeZone={props.timeZone} />],
        ]}
      />
      <p>{panelLottery.twoPeople}</p>
      <Table
        caption={panelLottery.order}
        rows={rows}
        keyOf={(row) => row.reference}
        columns={[
          { key: 'place', title: panelLottery.lot, numeric: true, cell: ({ place }) => number(place) },
          {
            key: 'reference',
            title: panelLottery.reference,
            heading: true,
            cell: ({ reference }) => <bdi>{reference}</bdi>,
          },
          {
            key: 'result',
            title: panelLottery.result,
            cell: ({ place }) => (
              <Tag tone={place <= places ? 'good' : 'plain'}>
                {place <= places ? panelLottery.chosen : panelLottery.notChosen}
              </Tag>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Every hash with the bytes it is of: whoever does not believe the page works it out without it. */
export function LotteryReplay({ steps, salt }: Pick<Drawn, 'steps' | 'salt'>) {
  const { words, language } = useWords();
  const { panelLottery } = words;
  const [first] = steps;
  return (
    <section>
      <h2>{panelLottery.replayTitle}</h2>
      <p>{panelLottery.replayLead}</p>
      <ol>
        {panelLottery.replaySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {salt !== null && <p>{say(language, panelLottery.replaySalt, { salt })}</p>}
      {first !== undefined && (
        <>
          <p>{panelLottery.replayCommand}</p>
          <pre dir="ltr">
            <code>{`echo ${first.bytes} | xxd -r -p | sha256sum`}</code>
          </pre>
        </>
      )}
      <Table
        caption={panelLottery.replayTitle}
        quietCaption
        rows={steps}
        keyOf={(row) => `${row.step} ${row.about}`}
        columns={[
          {
            key: 'step',
            title: panelLottery.step,
            heading: true,
            cell: ({ step, about }) => <bdi>{say(language, panelLottery.stepNames[step], { about })}</bdi>,
          },
          {
            key: 'bytes',
            title: panelLottery.bytes,
            cell: ({ bytes }) => <code dir="ltr">{bytes}</code>,
          },
          {
            key: 'hash',
            title: panelLottery.sha,
            cell: ({ hash }) => <code dir="ltr">{hash}</code>,
          },
        ]}
      />
    </section>
  );
}
