import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const panelHours = translationOf<typeof en.panelHours>()({
  title: 'ساعاتك وأجرك',
  lead: 'اكتب ما فعلته للجنة. ينظر المكتب فيه ويدفع لك بالطريقة التي اخترتها.',
  leadUnpaid: 'اكتب ما فعلته للجنة، حتى يرى الجميع كم هذا العمل.',
  payIs: { cash: 'اخترت نقودًا إلى حساب.', voucher: 'اخترت قسائم للمتاجر.', none: 'اخترت بلا أجر.' },
  payChange: 'تغيير هذا',
  rate: '{amount} لكل ساعة.',
  formTitle: 'تسجيل وقت',
  day: 'أي يوم؟',
  dayMissing: 'اكتب اليوم.',
  kind: 'ماذا فعلت؟',
  kindMissing: 'اختر ماذا فعلت.',
  kinds: { reading: 'قراءة وإعطاء درجات', meeting: 'اجتماع', practice: 'تدرّب', other: 'شيء آخر' },
  minutes: 'كم من الوقت؟',
  note: 'هل هناك ما تضيفه؟',
  noteHint: 'يمكنك ترك هذا فارغًا.',
  save: 'تسجيل',
  saved: 'تم التسجيل.',
  removed: 'تمت الإزالة.',
  listTitle: 'ما سجّلته',
  listNone: 'لا شيء بعد',
  states: { recorded: 'لم ينظر فيه أحد بعد', confirmed: 'مؤكّد', refused: 'لم يُقبل' },
  why: 'يقول المكتب: {answer}',
  removeOf: 'إزالة {time} من {day}',
  total: 'المجموع: {time}. المؤكّد: {confirmed}.',
  totalPay: 'المؤكّد: {time}، {amount}.',
  refusals: {
    'minutes-off-limits': 'اختر كم من الوقت استغرق ذلك.',
    'day-not-yet': 'لم يأتِ هذا اليوم بعد. سجّله عندما ينتهي.',
    'day-long-ago': 'هذا اليوم قبل دعوتك. يرجى مراجعة اليوم.',
    'day-full': 'هذا أكثر من 12 ساعة في يوم واحد. يرجى مراجعة اليوم.',
  },
});
