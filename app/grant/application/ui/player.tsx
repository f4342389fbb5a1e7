import { useWords } from '#app/words/use-words.ts';
import { useLength } from './length.ts';

/** A recording that can be watched, or downloaded where the browser cannot show it. */
export function Player(props: { src: string; seconds: number; label: string }) {
  const { words } = useWords();
  const length = useLength();
  return (
    <figure className="player">
      {/* biome-ignore lint/a11y/useMediaCaption: recordings of applicants have no captions; a transcript is their written answer */}
      <video controls preload="metadata" playsInline src={props.src} aria-label={props.label}>
        <a href={props.src}>{words.application.videoPlayFallback}</a>
      </video>
      <figcaption className="soft">
        <span>{length(props.seconds)}</span>
        <a href={props.src} download>
          {words.application.videoDownload}
        </a>
      </figcaption>
    </figure>
  );
}
