import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const writtenDown = translationOf<typeof en.writtenDown>()({
  consentSentence:
    '«سأكتب ما تقوله لي. الطلب طلبك. تحصل على رمز أو رسالة لتفتحه بنفسك. لا يُرسل شيء قبل أن تسمعه أو تقرأه وتقول نعم. لن أقيّمه. هل هذا مناسب؟»',
  madePaper: 'إلى {name}',
  madeWhat: 'بهذا الرمز يصبح طلبك لك لتفتحه. تحتاج إلى عنوان بريد إلكتروني لتسجيل الدخول.',
  madeWhere: 'يرجى فتح هذه الصفحة، وتسجيل الدخول، وكتابة الرمز:',
  madeReference: 'الرقم المرجعي لطلبك: {reference}',
  how: { 'own-sign-in': 'قرأه صاحبه بنفسه', 'read-back': 'قُرئ على صاحبه' },
  confirmRefusals: {
    'not-a-draft': 'لم يعد هذا مسودة، ولذلك لا يوجد ما تؤكده.',
    'nothing-written': 'لم يُكتب شيء بعد، ولذلك لا يوجد ما تؤكده.',
  },
  confirmTitle: 'هل هذا ما تعنيه؟',
  confirmLead: 'كتب {staff} هذا من أجلك، {when}. يرجى قراءته. يمكنك تغيير كل كلمة.',
  confirmDo: 'نعم، هذا ما أعنيه',
  confirmChange: 'تغيير شيء',
  confirmDone: 'قلت نعم، {when}.',
  confirmDoneNext: 'يمكنك الآن المراجعة والإرسال.',
  confirmSend: 'المراجعة والإرسال',
  takeOverTitle: 'تسلّم طلبك',
  takeOverLead: 'كتب شخص طلبك من أجلك وأعطاك رمزًا. يمكنك كتابته هنا.',
  code: 'رمزك',
  codeHint: 'ستة عشر حرفًا ورقمًا. أحرف صغيرة أو كبيرة، مع شرطات أو بدونها.',
  takeOver: 'تسلّمه',
  takeOverRefusals: {
    'code-unreadable': 'هذا الرمز ناقص. يرجى البحث عن حرف أو رقم ناقص أو خاطئ.',
    'code-unknown': 'لا يوجد طلب لهذا الرمز. يرجى سؤال من أعطاك إياه.',
    'too-many-tries': 'كُتبت رموز خاطئة كثيرة. يرجى الانتظار ساعة ثم المحاولة مرة أخرى.',
    'already-claimed': 'استُخدم هذا الرمز من قبل. يرجى تسجيل الدخول بالعنوان الذي استخدمته حينها.',
    'own-call': 'تعمل لدى الجهة التي تعطي المال، ولذلك لا يمكنك تسلّم طلب.',
    'has-own-draft': 'لديك مسودة خاصة بك في هذه الدعوة. يرجى سحبها أولًا، أو سؤالنا.',
    withdrawn: 'سُحب هذا الطلب.',
  },
  letterSubject: 'كتبنا طلبك: {reference}',
  letterTitle: 'كتبنا طلبك',
  letterLead: 'يكتب {staff} طلبك إلى «{call}»، كما اتفقتما.',
  letterNext: 'الطلب طلبك. يرجى تسجيل الدخول بعنوان البريد هذا، وقراءته، وتغيير ما تريد، ثم قول نعم.',
  letterNot: 'إذا لم تطلب هذا، فيرجى إخبارنا. عندئذ لن يُرسل شيء.',
  letterButton: 'قراءة ما كُتب',
  letterBackSubject: 'سُحب طلبك: {reference}',
  letterBackTitle: 'سُحب طلبك',
  letterBackLead: 'مرحبًا {name}، كتب {staff} الطلب {reference} من أجلك، وقد سُحب الآن.',
  letterBackWhy: 'السبب:',
  letterBackNext: 'لا يقرؤه أحد بعد الآن. إن لم تكن تريد هذا، يرجى الرد على هذه الرسالة.',
});
