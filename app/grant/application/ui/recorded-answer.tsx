import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { useLength } from '#app/ui/length.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { Player } from '#app/ui/player.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import { bytesMaxOf, seenArriving } from '../rules/media.ts';
import { type Way, wayOf } from '../rules/way.ts';
import { CopyState } from './copy-state.tsx';
import { isMediaRejection, type MediaTerms, mediaRefusal } from './media-words.ts';
import { ownMedia } from './own-media.ts';
import { Recorder } from './recorder.tsx';
import { useRecordingSentences } from './recording-sentences.ts';
import { SpokenTexts } from './spoken-texts.tsx';

/** What the browser offers first; what was chosen is judged by its bytes. */
const ACCEPTED: Readonly<Record<Way, string>> = {
  video: 'video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm,.m4v',
  voice: 'audio/*,.m4a,.mp3,.ogg,.oga,.opus,.wav,.webm',
  either: 'video/mp4,video/quicktime,video/webm,audio/*,.mp4,.mov,.webm,.m4v,.m4a,.mp3,.ogg,.oga,.opus,.wav',
  file: 'application/pdf,image/jpeg,image/png,image/webp,image/heic,.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif',
};

/** What is sent beside writing: what is there already, a file to choose, and, where scripts run, camera and microphone. */
export function RecordedAnswer(props: {
  applicationId: string;
  question: MyQuestion;
  terms: MediaTerms;
  script: string;
  error: string | undefined;
  /** It was refused because somebody sent something meanwhile: whoever sends again has been told of that. */
  isTaken: boolean;
}) {
  const { words, language, deadline } = useWords();
  const length = useLength();
  const text = words.recording;
  const { question, terms } = props;
  const { arriving, taken, recordedBy } = question;
  // What was sent stays: where a question is reopened, only what was recorded for it since then is replaced.
  const sent = question.isReopened ? question.sentRecording : null;
  const recorded = question.recorded?.id === sent?.id ? null : question.recorded;
  const shown = shownBy(recorded, props.isTaken ? arriving : null);
  const way = wayOf(taken) ?? 'either';
  const sentences = useRecordingSentences(way, terms, taken);
  const error = props.error ?? rejectionOf(question, terms, language);
  return (
    <fieldset
      id="field-media"
      className={`video-answer${error === undefined ? '' : ' wrong'}`}
      data-recorded-answer={paths.applyUpload()}
      data-application={props.applicationId}
      data-question={question.id}
      data-way={way}
      data-recorded={recorded?.id}
      data-sent={sent?.id}
      data-shown={shown}
      data-seconds-max={terms.videoSecondsMax}
      data-bytes-max={bytesMaxOf(taken)}
      data-words={JSON.stringify(sentences)}
    >
      <legend>{text.titles[way]}</legend>
      <input type="hidden" name="shown" value={shown} autoComplete="off" />
      <p className="hint">{say(language, text.leads[way], { minutes: length(terms.videoSecondsMax) })}</p>
      <p className="field-error" data-error role="alert" hidden={error === undefined}>
        {error}
      </p>
      {sent !== null && (
        <>
          <p className="label">{words.reopening.againBefore}</p>
          <Player played={sent} from={ownMedia(sent.id)} label={words.reopening.recordingsBefore[sent.kind]} />
          <p>{words.reopening.recordingStays}</p>
        </>
      )}
      {recorded !== null && (
        <>
          {question.isReopened && <p className="label">{words.reopening.againNow}</p>}
          <Player played={recorded} from={ownMedia(recorded.id)} label={text.here[recorded.kind]} />
          {recordedBy.byOther !== null && (
            <p className="soft">
              {say(language, text.sentBy, {
                name: recordedBy.byOther,
                when: deadline(recordedBy.at ?? 0, terms.timeZone),
              })}
            </p>
          )}
          <CopyState recorded={recorded} />
          {recorded.kind !== 'file' && (
            <SpokenTexts applicationId={props.applicationId} questionId={question.id} recorded={recorded} />
          )}
        </>
      )}
      <Arriving arriving={arriving} />
      <div className="video-progress" data-progress hidden>
        <p role="status" data-status />
        <progress max={100} value={0} aria-label={text.sending} data-bar />
        <button type="button" className="button second" data-pause>
          {text.pause}
        </button>
      </div>
      <div className="notice warn" role="status" data-kept hidden>
        <p>{text.keptHere}</p>
        <div className="row">
          <button type="button" className="button second" data-kept-send>
            {text.keptSend}
          </button>
          <button type="button" className="button second" data-kept-save>
            {text.keptSave}
          </button>
          <button type="button" className="button link" data-kept-drop>
            {text.keptDrop}
          </button>
        </div>
      </div>
      <div data-choice>
        <div className="needs-script row">
          {taken.video && (
            <button type="button" className="button second" data-record="video">
              {text.recordVideo}
            </button>
          )}
          {taken.voice && (
            <button type="button" className="button second" data-record="voice">
              {text.recordVoice}
            </button>
          )}
        </div>
        <div className="field video-file">
          <label htmlFor="media-file">{question.recorded === null ? text.choose[way] : text.chooseOther[way]}</label>
          <div className="hint" id="media-file-hint">
            {text.chooseHints[way]} {recorded !== null && text.replaces}{' '}
            {question.isReopened && words.reopening.recordingWaits}
          </div>
          <input
            id="media-file"
            className="input"
            type="file"
            name="media"
            accept={ACCEPTED[way]}
            aria-describedby="media-file-hint"
            data-file
          />
        </div>
      </div>
      {!taken.file && <Recorder />}
      {(recorded !== null || arriving !== null) && (
        <details>
          <summary>{text.remove[recorded?.kind ?? 'arriving']}</summary>
          <p>{text.removeSure}</p>
          <Button look="danger" name="intent" value="remove-media">
            {text.remove[recorded?.kind ?? 'arriving']}
          </Button>
        </details>
      )}
      <script type="module" src={props.script} />
    </fieldset>
  );
}

/** What is on its way, and who sends it; the form says that it was shown. */
function Arriving({ arriving }: Pick<MyQuestion, 'arriving'>) {
  const { words, language } = useWords();
  const text = words.recording;
  if (arriving === null) return null;
  const { id, byOther, state } = arriving;
  return (
    <>
      <input type="hidden" name="arriving" value={id} autoComplete="off" />
      {state !== 'ready' && state !== 'rejected' && (
        <Notice tone="warn">
          <p>{byOther === null ? text.states[state] : say(language, text.otherSends, { name: byOther })}</p>
        </Notice>
      )}
    </>
  );
}

/** What whoever looks at this page knows to stand here, as `decideSeen` reads it. */
function shownBy(recorded: MyQuestion['recorded'], arriving: MyQuestion['arriving']): string {
  const marks = [recorded?.id, arriving === null ? undefined : seenArriving(arriving.id)];
  return marks.filter((mark) => mark !== undefined).join(' ');
}

function rejectionOf({ arriving, taken }: MyQuestion, terms: MediaTerms, language: string): string | undefined {
  const reason = arriving?.rejectedReason ?? null;
  return isMediaRejection(reason) ? mediaRefusal(language, reason, terms, taken) : undefined;
}
