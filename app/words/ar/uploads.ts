import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const uploads = translationOf<typeof en.uploads>()({
  gone: 'انتهى هذا الإرسال. بدأ إرسال آخر مكانه، أو أُزيل الملف. يرجى فتح السؤال مرة أخرى لرؤية ما حدث.',
  unreadable: 'لم نستطع قراءة ما يصل. يرجى فتح السؤال مرة أخرى واختيار الملف من جديد.',
  nowhere: 'لا يوجد سؤال كهذا يُرسل إليه ملف.',
  full: 'لا مكان لدينا للملفات الآن. ما أرسلته حتى الآن آمن. نتابع فور توفر مكان.',
  signedOut: 'انتهت مدة دخولك. يرجى تسجيل الدخول واختيار الملف نفسه: يتابع الإرسال من حيث توقف.',
});
