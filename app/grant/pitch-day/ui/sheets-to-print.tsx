import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { QrCode } from '#app/ui/qr-code.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

export type SheetEvent = {
  readonly callId: string;
  readonly title: string;
  readonly place: string;
  readonly maxChoices: number;
  readonly voteShort: string;
  readonly votePage: string;
};

/** Eight sheets on a page of A4, with lines to cut along. */
export function SheetsToPrint(props: { event: SheetEvent; label: string; tokens: readonly string[] }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const { event, label, tokens } = props;
  return (
    <div className="wrap">
      <div className="no-print">
        <h1>{say(language, pitchDay.sheetsReady, { count: tokens.length, label })}</h1>
        <Notice tone="warn" title={pitchDay.sheetsWarning}>
          <p>{pitchDay.sheetsReadyText}</p>
        </Notice>
        <p className="row">
          <button type="button" className="button needs-script" data-print>
            {pitchDay.sheetsPrint}
          </button>
          <ButtonLink look="second" to={paths.staffPitchDay({ callId: event.callId })}>
            {pitchDay.sheetsDone}
          </ButtonLink>
        </p>
      </div>
      <ul className="sheets">
        {tokens.map((token) => (
          <Sheet key={token} event={event} token={token} />
        ))}
      </ul>
    </div>
  );
}

function Sheet({ event, token }: { event: SheetEvent; token: string }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  return (
    <li className="sheet">
      {/* The code is after the #, which no browser sends: it stays out of logs. */}
      <QrCode
        text={`${event.votePage}#${token.replaceAll('-', '')}`}
        label={say(language, pitchDay.sheetQr, { code: token })}
      />
      <div>
        <p className="sheet-event">
          <strong>{event.title}</strong> <span>{event.place}</span>
        </p>
        <p>{say(language, pitchDay.sheetHow1, { address: event.voteShort })}</p>
        <p>{say(language, pitchDay.sheetHow2, { max: event.maxChoices })}</p>
      </div>
      <p className="sheet-code" dir="ltr">
        {token}
      </p>
    </li>
  );
}
