import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const glossary = translationOf<typeof en.glossary>()({
  publicTitle: 'ماذا تعني الكلمات هنا',
});
