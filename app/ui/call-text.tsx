import { createContext, type ReactNode, useContext } from 'react';
import { directionOf } from '#app/kernel/languages.ts';

const CallLanguageContext = createContext('en');

/** Around what shows the words of one call: `CallText` in it is in the call's own language. */
export function OfCallLanguage(props: { language: string; children: ReactNode }) {
  return <CallLanguageContext.Provider value={props.language}>{props.children}</CallLanguageContext.Provider>;
}

/** BCP 47 tag of the call whose words are shown here. */
export function useCallLanguage(): string {
  return useContext(CallLanguageContext);
}

/**
 * Words of a call: they are read out in their own language and run in their own direction, and stand on the side of the
 * page where its other words begin.
 *
 * @param language  BCP 47 tag, where several calls stand on one page
 */
export function CallText({ text, language }: { text: string; language?: string }) {
  const around = useCallLanguage();
  const lang = language ?? around;
  return (
    // A call in Arabic may begin with a name in Latin letters; one that says English may hold a word of any script.
    <span lang={lang} dir={directionOf(lang) === 'rtl' ? 'rtl' : 'auto'}>
      {text}
    </span>
  );
}
