import { useWords } from '#app/words/use-words.ts';
import { type Played, type PlayedFrom, Player } from './player.tsx';

type Replaced = Played & { readonly id: string; readonly lang: string | undefined };

/** What was sent before another recording took its place: what was sent stays what was sent. */
export function ReplacedRecordings(props: {
  recordings: readonly Replaced[];
  /** Where whoever reads this finds a recording. */
  from: (mediaId: string) => PlayedFrom;
}) {
  const { reopening } = useWords().words;
  return props.recordings.map((recording) => (
    <section key={recording.id}>
      <p className="label">{reopening.againBefore}</p>
      <Player
        played={recording}
        from={props.from(recording.id)}
        label={reopening.recordingsBefore[recording.kind]}
        lang={recording.lang}
      />
    </section>
  ));
}
