/** BCP 47 tag of what stands in calls: whoever writes them works at desks, and these are in English. */
export const CALL_LANGUAGE = 'en';

/**
 * Words of a call: they are read out in their own language and run in their own direction, and stand on the side of the
 * page where its other words begin.
 */
export function CallText({ text }: { text: string }) {
  return (
    <span lang={CALL_LANGUAGE} dir="auto">
      {text}
    </span>
  );
}
