import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import { MEDIA_BYTES_MAX } from '../rules/media.ts';
import { useLength } from './length.ts';
import { isMediaRejection, type MediaTerms, mediaRefusal } from './media-words.ts';
import { Player } from './player.tsx';

/** The spoken answer: what is there already, a file to choose, and, where scripts run, a camera. */
export function VideoAnswer(props: {
  applicationId: string;
  question: MyQuestion;
  terms: MediaTerms;
  script: string;
  error: string | undefined;
}) {
  const { words, language } = useWords();
  const length = useLength();
  const text = words.application;
  const { question, terms } = props;
  const secondsMax = terms.videoSecondsMax;
  const { video, arriving } = question;
  const error = props.error ?? rejectionOf(language, question, terms);
  return (
    <fieldset
      id="field-video"
      className={`video-answer${error === undefined ? '' : ' wrong'}`}
      data-video-answer={paths.applyUpload()}
      data-application={props.applicationId}
      data-question={question.id}
      data-seconds-max={secondsMax}
      data-bytes-max={MEDIA_BYTES_MAX}
      data-words={JSON.stringify({
        sending: text.videoSending,
        sent: text.videoSent,
        pause: text.videoPause,
        resume: text.videoResume,
        offline: text.videoOffline,
        checking: text.videoChecking,
        left: text.videoRecordLeft,
        noCamera: text.videoNoCamera,
        wrongKind: mediaRefusal(language, 'wrong-kind', terms),
        tooLarge: mediaRefusal(language, 'too-large', terms),
        tooLong: mediaRefusal(language, 'too-long', terms),
        empty: mediaRefusal(language, 'empty', terms),
        signedOut: text.signedOut,
      })}
    >
      <legend>{text.videoTitle}</legend>
      <p className="hint">{say(language, text.videoLead, { minutes: length(secondsMax) })}</p>
      <p className="field-error" data-video-error role="alert" hidden={error === undefined}>
        {error}
      </p>
      {video !== null && (
        <Player src={paths.applyMedia({ mediaId: video.id })} seconds={video.seconds} label={text.videoHere} />
      )}
      {arriving !== null && arriving.state !== 'ready' && arriving.state !== 'rejected' && (
        <Notice tone="warn">
          <p>{text.videoStates[arriving.state]}</p>
        </Notice>
      )}
      <div className="video-progress" data-video-progress hidden>
        <p role="status" data-video-status />
        <progress max={100} value={0} aria-label={text.videoSending} data-video-bar />
        <button type="button" className="button second" data-video-pause>
          {text.videoPause}
        </button>
      </div>
      <div data-video-choice>
        <div className="needs-script">
          <button type="button" className="button second" data-video-record>
            {text.videoRecord}
          </button>
        </div>
        <div className="field video-file">
          <label htmlFor="video-file">{video === null ? text.videoChoose : text.videoChooseOther}</label>
          <div className="hint" id="video-file-hint">
            {text.videoChooseHint} {video !== null && text.videoChooseOtherHint}
          </div>
          <input
            id="video-file"
            className="input"
            type="file"
            name="video"
            accept="video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm,.m4v"
            aria-describedby="video-file-hint"
            data-video-file
          />
        </div>
      </div>
      <div className="recorder" data-recorder hidden>
        {/* biome-ignore lint/a11y/useMediaCaption: what the person in front of the camera sees of themselves */}
        <video playsInline data-recorder-view aria-label={text.videoPreview} />
        <p role="status" data-recorder-status />
        <div className="row">
          <button type="button" className="button" data-recorder-stop hidden>
            {text.videoRecordStop}
          </button>
          <button type="button" className="button" data-recorder-use hidden>
            {text.videoRecordUse}
          </button>
          <button type="button" className="button second" data-recorder-again hidden>
            {text.videoRecordAgain}
          </button>
          <button type="button" className="button link" data-recorder-drop>
            {text.videoRecordDrop}
          </button>
        </div>
      </div>
      {(video !== null || arriving !== null) && (
        <details>
          <summary>{text.videoRemove}</summary>
          <p>{text.videoRemoveSure}</p>
          <Button look="danger" name="intent" value="remove-video">
            {text.videoRemove}
          </Button>
        </details>
      )}
      <script type="module" src={props.script} />
    </fieldset>
  );
}

function rejectionOf(language: string, question: MyQuestion, terms: MediaTerms): string | undefined {
  const reason = question.arriving?.rejectedReason ?? null;
  return isMediaRejection(reason) ? mediaRefusal(language, reason, terms) : undefined;
}
