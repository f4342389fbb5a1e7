import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const panelReview = translationOf<typeof en.panelReview>()({
  phaseNow: 'الآن: {phase}. حتى {ends}.',
  phaseNext: 'بعد ذلك: {phase}. ابتداءً من {starts}.',
  phaseNone: 'لا توجد مرحلة مفتوحة الآن. القراءة ممكنة، والتقييم غير ممكن.',
  phaseNothing: 'الطلبات غير مفتوحة بعد.',
  phaseRead: 'القراءة ممكنة، والتقييم غير ممكن.',
  phaseScore: 'القراءة والتقييم ممكنان.',
  phaseHidden: 'الأسماء مخفية. نرجو عدم محاولة معرفة من كتب الطلب.',
  phaseSound: 'التسجيلات تُسمع بلا صورة.',
  phaseTranscript: 'ما يقوله الناس في التسجيلات مكتوب هنا. التسجيلات نفسها لا تُرى ولا تُسمع.',
  readOnly: 'لا أحد يقيّم الآن. القراءة ممكنة.',
  reviewer: 'عضو اللجنة {place}',
  mineTitle: 'تقييمك الذي سُلّم',
  othersNever: 'ما كتبه الآخرون لا يظهر في هذه المرحلة.',
  total: 'حتى الآن {mean} من 5. أُجيب عن {answered} من {all}.',
  totalNone: 'لا تقييم حتى الآن. أُجيب عن {answered} من {all}.',
  keptHere: 'لم يُرسل بعد. هو محفوظ على هذا الجهاز حتى يعود الاتصال.',
  restored: 'كان هذا التقييم على هذا الجهاز ولم يُرسل بعد. أعدناه إلى مكانه.',
  merged: 'جُمع مع ما حُفظ في مكان آخر.',
  frozen: 'لم يعد تغيير هذا التقييم ممكنًا. السبب يظهر بعد تحميل الصفحة من جديد.',
  changedLead: 'توجد هنا إجابات مختلفة من نافذة أخرى. لم يضع شيء. يمكن اختيار واحدة.',
  changedTake: 'استخدام ما حُفظ في النافذة الأخرى',
  changedByHand: 'نرجو مقارنة الاثنين. الإجابات المكتوبة هنا ما زالت في الأسفل. الحفظ مرة أخرى يُبقيها.',
  notTaken: 'هذا ما كُتب هنا. يمكن نسخه عند الحاجة.',
  mask: '[اسم]',
  workHintBlind:
    'نحو {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  spokenTitle: 'ما يقولونه في التسجيل',
  spokenMissing: 'هذه الإجابة مسجلة. لم يكتب أحد بعد ما يقال فيها.',
  fileHidden: 'أُرسل ملف مع هذه الإجابة. لا يُعرض في هذه المرحلة.',
  tiesBlind: 'الأسماء مخفية الآن، ولذلك هذه القائمة مغلقة. من يعرف من كتب طلبًا يمكنه إعادته من صفحة الطلب نفسها.',
  todayTitle: 'اليوم',
  todayFits:
    '{count, plural, zero {لا طلب يناسب} one {طلب واحد يناسب} two {طلبان يناسبان} few {# طلبات تناسب} many {# طلبًا يناسب} other {# طلب يناسب}} دقائقك اليومية ({perDay}): نحو {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  todayDone: 'انتهى ما كان مخططًا لليوم. يمكن المتابعة، أو الراحة.',
  todayTag: 'اليوم',
  todayNext: 'التالي: {title}',
  toRead: 'يمكن أيضًا قراءة ({count})',
  toReadState: 'للقراءة',
});
