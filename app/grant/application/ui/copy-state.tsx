import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Recorded } from '../queries/recorded.server.ts';
import { ownMedia } from './own-media.ts';

/** How far the copy is that every telephone plays; nothing where none is made. The script of the page asks again. */
export function CopyState({ recorded: { id, copy } }: { recorded: Recorded }) {
  const { words, language } = useWords();
  if (copy === null) return null;
  const isOnItsWay = copy.state === 'waiting' || copy.state === 'transcoding';
  return (
    <p className="soft" role="status" data-copying={isOnItsWay ? ownMedia(id).progress : undefined}>
      {say(language, words.recording.copyStates[copy.state], { percent: copy.percent })}
    </p>
  );
}
