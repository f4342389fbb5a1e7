import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const entry = translationOf<typeof en.entry>()({
  tag: 'بدعوة شخصية',
  publicTitle: 'هذه الدعوة لمن لديهم رمز',
  publicText: 'يستطيع الجميع قراءتها. للبدء تحتاج إلى رمز من {partner}.',
  startWithCode: 'البدء برمزك',

  codeSummary: 'لديّ رمز',
  code: 'رمزك',
  codeHint: 'اثنا عشر حرفًا ورقمًا. أحرف صغيرة أو كبيرة، مع شرطات أو بدونها.',
  useCode: 'البدء بهذا الرمز',
  useCodeForDraft: 'استخدام هذا الرمز لمسودتك',
  closedText: 'الدعوة مغلقة. يمكنك البدء إذا كان لديك رمز للتقديم المتأخر.',
  draftClosedText: 'الدعوة مغلقة. يمكنك إرسال مسودتك إذا كان لديك رمز للتقديم المتأخر.',
  lateUntil: 'برمزك يمكنك الإرسال حتى {when}.',
  haveCode: 'لديّ رمز للتقديم المتأخر',
  refusals: {
    'code-needed': 'هذه الدعوة لمن لديهم رمز. يرجى كتابة الرمز الذي حصلت عليه.',
    'code-unreadable': 'هذا الرمز ناقص. يرجى البحث عن حرف أو رقم ناقص أو خاطئ.',
    'code-unknown': 'لا يوجد رمز كهذا لهذه الدعوة. يرجى سؤال من أعطاك إياه.',
    'code-revoked': 'سُحب هذا الرمز. يرجى سؤال من أعطاك إياه.',
    'code-expired': 'انتهت مدة هذا الرمز. يرجى سؤال من أعطاك إياه.',
    'code-used-up': 'استُخدم هذا الرمز بقدر ما يُسمح به. يرجى سؤال من أعطاك إياه.',
    'too-many-tries': 'كُتبت رموز خاطئة كثيرة. يرجى الانتظار ساعة ثم المحاولة مرة أخرى.',
  },
});
