import { useLength } from '#app/ui/length.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Taken } from '../rules/media.ts';
import type { Way } from '../rules/way.ts';

/** What can be sent beside writing, with its words and buttons, none of which does anything. */
export function PreviewedRecording(props: { way: Way; taken: Taken; secondsMax: number }) {
  const { words, language } = useWords();
  const length = useLength();
  const text = words.recording;
  const { way, taken } = props;
  return (
    <fieldset className="video-answer" disabled>
      <legend>{text.titles[way]}</legend>
      <p className="hint">{say(language, text.leads[way], { minutes: length(props.secondsMax) })}</p>
      <div className="row">
        {taken.video && (
          <button type="button" className="button second">
            {text.recordVideo}
          </button>
        )}
        {taken.voice && (
          <button type="button" className="button second">
            {text.recordVoice}
          </button>
        )}
      </div>
      <div className="field video-file">
        <label htmlFor="media-file">{text.choose[way]}</label>
        <div className="hint" id="media-file-hint">
          {text.chooseHints[way]}
        </div>
        <input id="media-file" className="input" type="file" aria-describedby="media-file-hint" />
      </div>
      <p className="soft">{words.buildingDesk.previewRecording}</p>
    </fieldset>
  );
}
