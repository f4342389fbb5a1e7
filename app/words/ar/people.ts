import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const people = translationOf<typeof en.people>()({
  signIn: 'تسجيل الدخول',
  signOut: 'تسجيل الخروج',
  signOutLater:
    'لا يوجد إنترنت. حُذف من هنا ما كان محفوظًا للقراءة. يتم تسجيل الخروج عندما تتصل هذه الصفحة بالإنترنت من جديد. أغلقها قبل إعطاء الجهاز لغيرك.',
  signOutUnsent: 'على هذا الجهاز كلمات أو تسجيلات لم تُرسل بعد. إذا سجلت الخروج فسوف تُحذف من هنا. هل تريد تسجيل الخروج؟',
  signInTitle: 'تسجيل الدخول',
  signInLead: 'يرجى كتابة عنوان بريدك الإلكتروني. نرسل إليك رمزًا من ستة أرقام. لا تحتاج إلى كلمة مرور.',
  goOnTitle: 'لحظة من فضلك',
  email: 'عنوان بريدك الإلكتروني',
  emailHint: 'نستخدمه لنرسل إليك الرموز وأخبار طلبك.',
  sendCode: 'إرسال رمز إليّ',
  codeTitle: 'كتابة الرمز',
  codeLead: 'أرسلنا رمزًا إلى {email}. يبقى صالحًا 10 دقائق.',
  code: 'الأرقام الستة',
  codeHint: 'تجدها في الرسالة الإلكترونية. يرجى البحث في مجلد الرسائل غير المرغوب فيها أيضًا.',
  codeConfirm: 'تسجيل الدخول',
  codeAgain: 'إرسال رمز آخر',
  name: 'اسمك',
  nameHint: 'الاسم الذي تحب أن نناديك به. لا نتحقق منه.',
  nameTitle: 'ما اسمك؟',
  refusals: {
    'wrong-code': 'هذا الرمز غير صحيح. يرجى مراجعة الأرقام.',
    'code-expired': 'انتهت مدة هذا الرمز. يرجى طلب رمز آخر.',
    'too-many-tries': 'كُتب هذا الرمز خطأً مرات كثيرة. يرجى طلب رمز آخر.',
    'too-many-codes': 'أرسلنا إليك عدة رموز في الساعة الماضية. يرجى استخدام أحدثها، أو المحاولة لاحقًا.',
    'no-code': 'يرجى طلب رمز أولًا.',
  },
  demoTitle: 'من تود أن تكون؟',
  demoLead: 'هذا عرض تجريبي. كل الناس هنا من الخيال. يمكنك اختيار شخص ورؤية الموقع كما يراه.',
  demoStart: 'البداية من هنا',
  demoEverybodyElse: 'الآخرون',
  demoBecome: 'الدخول باسم {name}',
  demoCode: 'عرض تجريبي: رمزك هو {code}.',
  demoLink: 'تغيير الشخص',
  letterCodeSubject: 'رمزك هو {code}',
  letterCodeLead: 'هذا رمزك للدخول إلى Common Pot. يبقى صالحًا 10 دقائق.',
  letterCodeNotYou: 'ألم تطلب رمزًا؟ يمكنك حذف هذه الرسالة. لا يستطيع أحد الدخول بدون الرمز.',
});
