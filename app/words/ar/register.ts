import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const register = translationOf<typeof en.register>()({
  registerNav: 'المنح',
  registerTitle: 'من حصل على ماذا',
  registerLead: 'كل منحة قُبلت، من كل دعوة في هذا الموقع.',
  registerCaption: 'منح من {call}',
  registerSum:
    '{count, plural, zero {لا منح} one {منحة واحدة} two {منحتان} few {# منح} many {# منحة} other {# منحة}}، المجموع {sum}، دُفع منها حتى الآن {paid}.',
  registerVote: 'كيف صوّت الحاضرون: يمكنك رؤيته وعدّه بنفسك',
  registerGroup: 'المجموعة',
  registerIdea: 'الفكرة',
  registerCity: 'المدينة',
  registerAmount: 'المنحة',
  registerPaid: 'المدفوع حتى الآن',
  registerEmpty: 'لم تُقدَّم منح بعد.',
  registerDownload: 'تنزيل كجدول (CSV)',
  registerAccepted: 'تاريخ القبول',
});
