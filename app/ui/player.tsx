import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { useLength } from './length.ts';
import { Written } from './pieces.tsx';

type SpokenText = { readonly language: string; readonly text: string };

/** What somebody recorded or sent, as a page needs it; each reader has addresses of their own. */
export type Played = {
  readonly kind: 'video' | 'audio' | 'file';
  readonly mime: string;
  readonly seconds: number;
  readonly fileName: string;
  readonly bytes: number;
  readonly hasPoster: boolean;
  readonly captions: SpokenText | null;
  readonly transcript: SpokenText | null;
};

export type PlayedFrom = { readonly src: string; readonly poster: string; readonly captions: string };

type Props = {
  played: Played;
  from: PlayedFrom;
  /** What it is, for those who do not see it. */
  label: string;
  /** BCP 47 tag of what is said. */
  lang?: string | undefined;
  /** Nothing of a film is fetched before somebody plays it: for pages with many. */
  isLazy?: boolean;
};

/** A recording to watch or hear with what is written of it, or a file to open. */
export function Player(props: Props) {
  const { played } = props;
  if (played.kind === 'file') return <SentFile {...props} />;
  return (
    <figure className={`player ${played.kind}`}>
      <Recording {...props} />
      <Caption {...props} />
      <Transcript {...props} />
    </figure>
  );
}

function Recording({ played, from, label, lang, isLazy = false }: Props) {
  const { playFallback } = useWords().words.recording;
  // A track keeps the times of the captions; none is named where nobody wrote any.
  const track = played.captions !== null && (
    <track kind="captions" src={from.captions} srcLang={played.captions.language} default />
  );
  if (played.kind === 'audio') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: captions are named where somebody wrote some; nobody is made to
      <audio controls preload="metadata" src={from.src} aria-label={label} lang={lang}>
        {track}
        <a href={from.src}>{playFallback.audio}</a>
      </audio>
    );
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: captions are named where somebody wrote some; nobody is made to
    <video
      controls
      preload={isLazy ? 'none' : 'metadata'}
      playsInline
      src={from.src}
      poster={played.hasPoster ? from.poster : undefined}
      aria-label={label}
      lang={lang}
    >
      {track}
      <a href={from.src}>{playFallback.video}</a>
    </video>
  );
}

function Caption({ played, from }: Props) {
  const { recording } = useWords().words;
  const length = useLength();
  return (
    <figcaption className="soft">
      <span>{length(played.seconds)}</span>
      <a href={`${from.src}?download`} download>
        {played.kind === 'audio' ? recording.download.audio : recording.download.video}
      </a>
    </figcaption>
  );
}

/** The transcript where there is one; the words of the captions are in the player. */
function Transcript({ played: { transcript } }: Props) {
  const { recording } = useWords().words;
  if (transcript === null) return null;
  return (
    <details className="transcript" open>
      <summary>{recording.transcriptTitle}</summary>
      <Written text={transcript.text} lang={transcript.language} />
    </details>
  );
}

function SentFile({ played, from, label }: Props) {
  const { words, language } = useWords();
  const size = useSize();
  return (
    <figure className="player file">
      {played.mime.startsWith('image/') && (
        <a href={from.src}>
          <img src={from.src} alt={label} loading="lazy" />
        </a>
      )}
      <figcaption>
        <a href={from.src}>{words.recording.openFile}</a>
        <bdi className="soft">
          {say(language, words.recording.fileLine, { name: played.fileName, size: size(played.bytes) })}
        </bdi>
      </figcaption>
    </figure>
  );
}

function useSize(): (bytes: number) => string {
  const { words, language, number } = useWords();
  return (bytes) =>
    bytes < 1_000_000
      ? say(language, words.recording.kilobytes, { size: number(Math.max(1, Math.round(bytes / 1_000)), 0) })
      : say(language, words.recording.megabytes, { size: number(Math.round(bytes / 100_000) / 10, 1) });
}
