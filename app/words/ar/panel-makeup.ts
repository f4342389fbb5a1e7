import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const panelMakeup = translationOf<typeof en.panelMakeup>()({
  title: 'من كان في اللجنة',
  says: 'في اللجنة {accepted, plural, zero {# أشخاص} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}}، منهم {participants} من المشاركين، أي ممن يشبهون مقدّمي الطلبات. هذه نسبة {share}%. وقد وعدت الدعوة بنسبة {min}% على الأقل.',
  kept: 'تم الوفاء بالوعد.',
  notKept: 'لم يتم الوفاء بالوعد.',
});
