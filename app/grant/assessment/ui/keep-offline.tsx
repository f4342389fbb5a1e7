import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { KEPT_DAYS, megabytesOf } from '../rules/keeping-offline.ts';

/** Says that a page is a copy from this device, once its script finds that out; before that, nothing. */
export function OfflineLine({ script }: { script: string }) {
  const { panelOffline } = useWords().words;
  const { copy, notKept, handIn, back, backOnSheet, progress, kept, failed, full, none } = panelOffline;
  return (
    <>
      <div
        className="notice warn"
        role="status"
        data-offline={paths.panelKept()}
        data-worker={paths.panelOfflineWorker()}
        data-scope={paths.panel()}
        data-words={JSON.stringify({ copy, notKept, handIn, back, backOnSheet, progress, kept, failed, full, none })}
        hidden
      >
        <p />
      </div>
      <script type="module" src={script} />
    </>
  );
}

/** Offers to keep what is to do for when there is no internet; hidden until a script finds that this browser can. */
export function KeepOffline({ sheets }: { sheets: number }) {
  const { words, language, number } = useWords();
  const { panelOffline } = words;
  return (
    <section className="card" data-keep hidden aria-labelledby="keep-title">
      <h2 id="keep-title">{panelOffline.title}</h2>
      <p>{say(language, panelOffline.lead, { count: sheets, size: number(megabytesOf(sheets), 1) })}</p>
      <p>{panelOffline.film}</p>
      <p>
        <strong>{panelOffline.shared}</strong>
      </p>
      <p>{say(language, panelOffline.until, { days: KEPT_DAYS })}</p>
      <p role="status" data-keep-status />
      <p>
        <button type="button" className="button second" data-keep-start>
          {panelOffline.start}
        </button>
        <button type="button" className="button second" data-keep-drop hidden>
          {panelOffline.drop}
        </button>
      </p>
    </section>
  );
}
