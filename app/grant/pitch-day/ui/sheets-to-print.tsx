import { directionOf, SPOKEN } from '#app/kernel/languages.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { QrCode } from '#app/ui/qr-code.tsx';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { sheetPages } from '../rules/sheet-pages.ts';

export type SheetEvent = {
  readonly callId: string;
  readonly title: string;
  readonly maxChoices: number;
  readonly isRanked: boolean;
  readonly voteShort: string;
  readonly votePage: string;
};

/** The sheets of a batch, and the one chance to print them. */
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
      <PagesOfSheets {...props} />
    </div>
  );
}

/**
 * What comes out of the printer: eight sheets on each page of A4, lines to cut along, and below the last ones what is
 * written down after the vote.
 */
export function PagesOfSheets(props: { event: SheetEvent; label: string; tokens: readonly string[] }) {
  const { words, language } = useWords();
  const { event, label, tokens } = props;
  const pages = sheetPages(tokens);
  return (
    <>
      {pages.map(({ page, first, last, sheets }) => (
        <section key={page} className="sheets-page">
          <CutMarks />
          <p>
            {say(language, words.pitchDay.sheetsPage, {
              label,
              page,
              pages: pages.length,
              first,
              last,
              count: tokens.length,
            })}
          </p>
          <ul className="sheets">
            {sheets.map((token) => (
              <Sheet key={token} event={event} label={label} token={token} />
            ))}
          </ul>
          {page === pages.length && <Reconciliation label={label} printed={tokens.length} />}
        </section>
      ))}
    </>
  );
}

/** In millimetres of the page. Short strokes in the margin lead the knife when the dashes are hard to see. */
const CUTS = { across: [9, 105, 201], down: [11, 78, 145, 212, 279] };

/** Drawn, not a border or a background: printers leave backgrounds out, and neighbours' borders never meet exactly. */
function CutMarks() {
  const [left = 0, , right = 0] = CUTS.across;
  const top = CUTS.down[0] ?? 0;
  const bottom = CUTS.down.at(-1) ?? 0;
  const dashes = [
    ...CUTS.across.map((x) => `M${x} ${top}V${bottom}`),
    ...CUTS.down.map((y) => `M${left} ${y}H${right}`),
  ];
  const strokes = [
    ...CUTS.across.map((x) => `M${x} ${top - 5}v4M${x} ${bottom + 1}v4`),
    ...CUTS.down.map((y) => `M${left - 5} ${y}h4M${right + 1} ${y}h4`),
  ];
  return (
    <svg className="cut-marks" viewBox="0 0 210 297" aria-hidden="true" fill="none" stroke="#000" strokeWidth={0.25}>
      <path d={dashes.join('')} strokeDasharray="1.5 1.5" />
      <path d={strokes.join('')} />
    </svg>
  );
}

function Sheet({ event, label, token }: { event: SheetEvent; label: string; token: string }) {
  const { words, language } = useWords();
  return (
    <li className="sheet">
      <p className="sheet-event">
        <strong dir="auto">{event.title}</strong> <span dir="ltr">{label}</span>
      </p>
      {/* The code is after the #, which no browser sends: it stays out of logs. */}
      <QrCode
        text={`${event.votePage}#${token.replaceAll('-', '')}`}
        label={say(language, words.pitchDay.sheetQr, { code: token })}
      />
      <div>
        {SPOKEN.map((spoken) => (
          <HowToVote key={spoken} spoken={spoken} event={event} />
        ))}
      </div>
      <p className="sheet-address" dir="ltr">
        {event.voteShort}
      </p>
      <p className="sheet-code" dir="ltr">
        {token}
      </p>
    </li>
  );
}

/** The guest who draws the sheet is not known, so every sheet speaks every language. */
function HowToVote({ spoken, event }: { spoken: string; event: SheetEvent }) {
  const { ballotSheet } = wordsIn(spoken).words;
  return (
    <p lang={spoken} dir={directionOf(spoken)}>
      {ballotSheet.how} {say(spoken, event.isRanked ? ballotSheet.rank : ballotSheet.choose, { max: event.maxChoices })}
    </p>
  );
}

/** Two people fill it in by hand, in front of the room; the desk asks for the same numbers. */
function Reconciliation({ label, printed }: { label: string; printed: number }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  return (
    <p className="sheets-reconcile">
      <strong>{say(language, pitchDay.sheetsReconcile, { label })}</strong>
      <span>
        {pitchDay.countPrinted} {printed}
      </span>
      {pitchDay.sheetsLines.map((line) => (
        <span key={line}>
          {line} <i />
        </span>
      ))}
    </p>
  );
}
