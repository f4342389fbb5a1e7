import { Button } from '#app/ui/button.tsx';
import { Hidden, Select, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form, useField } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { fieldNames } from '../forms.ts';
import type { DecisionDesk, DeskEntry, DeskOther } from '../queries/decision-desk.server.ts';
import { Hands } from './hands.tsx';
import { Points } from './points.tsx';
import { typedAmount } from './typed-amount.ts';

type Values = Record<string, string | readonly string[]>;

/** One card for every application: the shortlist in its order with the proposal filled in, then the others. */
export function DecisionForm(props: { desk: DecisionDesk; ballots: number; reply: FormReply | undefined }) {
  const { words, language, dateTime } = useWords();
  const { award } = words;
  const { desk, ballots, reply } = props;
  const draftFrom =
    desk.draft === null
      ? null
      : say(language, award.draftFrom, { when: dateTime(desk.draft.savedAt, desk.call.timeZone) });
  return (
    <Form reply={reply} values={startValues(desk)}>
      {draftFrom !== null && <p className="soft">{draftFrom}</p>}
      <h2>{award.rankedTitle}</h2>
      <ol className="bare stack">
        {desk.ranked.map((entry) => (
          <RankedChoice key={entry.applicationId} entry={entry} desk={desk} ballots={ballots} />
        ))}
      </ol>
      {desk.others.length > 0 && (
        <>
          <h2>{award.othersTitle}</h2>
          <p>{award.othersLead}</p>
          <ul className="bare stack">
            {desk.others.map((other) => (
              <OtherChoice key={other.applicationId} other={other} />
            ))}
          </ul>
        </>
      )}
      <TextField
        name="reserveUntil"
        type="datetime-local"
        label={award.reserveUntilField}
        hint={say(language, award.reserveUntilHint, { zone: desk.call.timeZone })}
        short
      />
      <TextArea name="publicReason" label={award.publicReason} hint={award.publicReasonHint} rows={3} />
      <p className="row">
        <Button name="intent" value="check" big>
          {award.check}
        </Button>
        <Button name="intent" value="save" look="second">
          {award.saveDraft}
        </Button>
      </p>
    </Form>
  );
}

/** The draft where there is one, else what the rule proposes and what the groups were told before. */
function startValues(desk: DecisionDesk): Values {
  if (desk.draft !== null) return desk.draft.typed;
  const values: Values = {};
  for (const entry of desk.ranked) {
    values[fieldNames.outcome(entry.applicationId)] = entry.proposed;
    values[fieldNames.amount(entry.applicationId)] = typedAmount(
      entry.proposedMinor ?? entry.askedMinor,
      desk.call.currency,
    );
  }
  for (const other of desk.others) values[fieldNames.reason(other.applicationId)] = other.toldReason;
  return values;
}

function RankedChoice({ entry, desk, ballots }: { entry: DeskEntry; desk: DecisionDesk; ballots: number }) {
  const { words, language, money, currencyName } = useWords();
  const { award } = words;
  const { currency } = desk.call;
  return (
    <li className="card slim">
      <p className="row apart">
        <span className="overline">{say(language, award.place, { position: entry.position })}</span>
        <span className="soft">{entry.reference}</span>
      </p>
      <h3 dir="auto">{entry.title}</h3>
      <p dir="auto">{entry.groupName}</p>
      <Hands hands={entry.hands} />
      <Points ranked={entry} ballots={ballots} asked={money(entry.askedMinor, currency)} />
      <p>
        {award.proposed}{' '}
        <Tag tone={entry.proposed === 'awarded' ? 'good' : 'plain'}>{award.outcomes[entry.proposed]}</Tag>
      </p>
      <div className="row fields">
        <Select
          name={fieldNames.outcome(entry.applicationId)}
          label={award.outcome}
          choices={[
            ...(['awarded', 'reserve', 'declined'] as const).map((value) => ({ value, label: award.outcomes[value] })),
            { value: 'ineligible', label: award.ineligible },
          ]}
          short
        />
        <TextField
          name={fieldNames.amount(entry.applicationId)}
          label={say(language, award.amount, { currency: currencyName(currency) })}
          inputMode="decimal"
          dir="ltr"
          short
        />
      </div>
      <Answer applicationId={entry.applicationId} isOpen={entry.proposed === 'declined'} />
    </li>
  );
}

function OtherChoice({ other }: { other: DeskOther }) {
  return (
    <li className="card">
      <p className="soft">{other.reference}</p>
      <h3 dir="auto">{other.title}</h3>
      <p dir="auto">{other.groupName}</p>
      <Hands hands={other.hands} />
      <Hidden name={fieldNames.outcome(other.applicationId)} value="declined" />
      <Reason applicationId={other.applicationId} />
    </li>
  );
}

/** What a group without an award is told; folded away where there is nothing to say. */
function Answer({ applicationId, isOpen }: { applicationId: string; isOpen: boolean }) {
  const { words } = useWords();
  const reason = useField(fieldNames.reason(applicationId), true);
  const outcome = useField(fieldNames.outcome(applicationId), false);
  const hasWords = reason.value !== '' || reason.error !== undefined || outcome.value === 'declined';
  return (
    <details open={isOpen || hasWords}>
      <summary>{words.award.reasonFor}</summary>
      <Reason applicationId={applicationId} />
    </details>
  );
}

function Reason({ applicationId }: { applicationId: string }) {
  const { words } = useWords();
  return (
    <>
      <TextArea
        name={fieldNames.reason(applicationId)}
        label={words.award.reason}
        hint={words.award.reasonHint}
        rows={3}
      />
      <Tick name={fieldNames.nearly(applicationId)} label={words.award.nearly} />
    </>
  );
}
