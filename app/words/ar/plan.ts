import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const plan = translationOf<typeof en.plan>()({
  kinds: {
    opens: 'فتح باب التقديم',
    closes: 'إغلاق باب التقديم',
    'information-session': 'لقاء تعريفي',
    'draft-feedback': 'آخر يوم لإرسال مسودة وطلب رأي',
    'questions-close': 'آخر يوم لطرح سؤال',
    'eligibility-check': 'تحققنا ممن يمكنه التقديم',
    'panel-meeting': 'اجتماع اللجنة',
    'pitch-day': 'يوم العرض',
    decisions: 'يحصل الجميع على جواب',
    'feedback-release': 'يحصل الجميع على الأسباب',
  },
  timelineTitle: 'المواعيد',
  timelineUntil: '{from}، حتى {until}',
  timelineNext: 'التالي',
  timelinePast: 'انتهى',
  timelineCalendar: 'إضافة هذه المواعيد إلى تقويمك',
  windowNote: 'تُفتح الدعوة {opens} وتُغلق {closes}.',
  letterLine: '{what}: {when}',

  calendarTitle: 'دعوات {product}',
  calendarOf: 'مواعيد «{title}»',
  eventTitle: '{what}: {title}',

  feedTitle: 'دعوات {product}',
  feedDescription: 'الدعوات المفتوحة والقادمة: ما الذي نقدّمه، ولمن، وحتى متى.',
  feedsTitle: 'معرفة الدعوات الجديدة',
  feedsText: 'يستطيع تقويمك أو قارئ الأخبار لديك أن يُظهر الدعوات الجديدة تلقائيًا.',
  feedCalendar: 'مواعيد الفتح والإغلاق واللقاءات التعريفية كتقويم',
  feedJson: 'كل الدعوات كملف JSON',

  fileLink: 'تنزيل الأسئلة كمستند',
  fileHint: 'يُفتح في Word وفي برامج أخرى، وفيه مكان لإجاباتك.',
  fileLead: 'هذه كل أسئلة الدعوة، مع مكان لإجاباتك. يمكنك الكتابة هنا أولًا.',
  fileSend: 'عندما تنتهي، يمكنك نسخ إجاباتك إلى هذه الصفحة: {url}',
  fileNoSend: 'لا يمكن إرسال المستند نفسه. تُكتب إجاباتك في الصفحة، أو تقولها بصوتك.',
  fileMoney: 'يمكنك أن تطلب حتى {amount}. {awards}.',
  fileHow: 'طريقة الإجابة: {ways}',
});
