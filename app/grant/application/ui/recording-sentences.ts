import { useWords } from '#app/words/use-words.ts';
import type { Taken } from '../rules/media.ts';
import type { Way } from '../rules/way.ts';
import { type MediaTerms, mediaRefusal } from './media-words.ts';

/** What the script of a recorded answer may have to say. */
export function useRecordingSentences(way: Way, terms: MediaTerms, taken: Taken): Readonly<Record<string, string>> {
  const { words, language } = useWords();
  const text = words.recording;
  return {
    sending: text.sending,
    sent: text.sent,
    pause: text.pause,
    resume: text.resume,
    offline: text.offline,
    checking: text.checking,
    left: text.recordLeft,
    paused: text.recordPaused,
    recordPause: text.recordPause,
    recordGoOn: text.recordGoOn,
    useVideo: text.recordUse.video,
    useVoice: text.recordUse.voice,
    lookFirst: text.lookFirst,
    listenFirst: text.listenFirst,
    noCamera: text.noCamera,
    noMicrophone: text.noMicrophone,
    wrongKind: text.wrongKind[way],
    tooLarge: mediaRefusal(language, taken.file ? 'file-too-large' : 'too-large', terms, taken),
    tooLong: mediaRefusal(language, 'too-long', terms, taken),
    empty: mediaRefusal(language, 'empty', terms, taken),
    signedOut: words.application.signedOut,
    notTaken: text.notTaken,
    keptSend: text.keptSend,
    keptDrop: text.keptDrop,
    replaceOther: text.replaceOther,
    keepOther: text.keepOther,
    copying: text.copyStates.transcoding,
    copied: text.copyStates.ready,
    copyFailed: text.copyStates.failed,
  };
}
