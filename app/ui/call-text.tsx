/** BCP 47 tag of what stands in calls: whoever writes them works at desks, and these are in English. */
export const CALL_LANGUAGE = 'en';

/** For an element that holds words of a call and nothing else: a page in another language says whose words they are. */
export const callText = { lang: CALL_LANGUAGE, dir: 'auto' } as const;

/** Words of a call among words of the portal. */
export function CallText({ text }: { text: string }) {
  return <span {...callText}>{text}</span>;
}
