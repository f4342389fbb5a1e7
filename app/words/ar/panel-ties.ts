import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const panelTies = translationOf<typeof en.panelTies>()({
  sheetSoft: 'هناك صلة تربطك بهذه المجموعة. يمكنك قراءة هذا والحديث عنه، لكنك لا تقيّمه.',
  sheetSetAside: 'قيّمت هذا قبل أن تُعرف الصلة. درجاتك محفوظة، لكنها لا تُحسب.',
});
