import { useWords } from '#app/words/use-words.ts';

/** Camera and microphone of this device, and what they recorded; the script of the page brings it to life. */
export function Recorder() {
  const text = useWords().words.recording;
  return (
    <div className="recorder" data-recorder hidden>
      {/* biome-ignore lint/a11y/useMediaCaption: what the person in front of the camera sees of themselves */}
      <video playsInline data-recorder-view aria-label={text.lookFirst} hidden />
      {/* biome-ignore lint/a11y/useMediaCaption: what the person at the microphone said a moment ago */}
      <audio controls data-recorder-sound aria-label={text.recordVoice} hidden />
      <meter className="loudness" min={0} max={1} value={0} aria-label={text.recordLoud} data-recorder-loud hidden />
      <p role="status" data-recorder-status />
      <div className="row">
        <button type="button" className="button" data-recorder-stop hidden>
          {text.recordStop}
        </button>
        <button type="button" className="button second" data-recorder-pause hidden>
          {text.recordPause}
        </button>
        <button type="button" className="button" data-recorder-use hidden>
          {text.recordUse.video}
        </button>
        <button type="button" className="button second" data-recorder-again hidden>
          {text.recordAgain}
        </button>
        <button type="button" className="button link" data-recorder-drop>
          {text.recordDrop}
        </button>
      </div>
    </div>
  );
}
