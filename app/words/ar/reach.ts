import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const reach = translationOf<typeof en.reach>()({
  title: 'التحدث مع شخص',
  lead: 'يمكنك أن تسأل {partner} عن أي شيء في هذه الدعوة. لا يؤثر ذلك في القرار.',
  leadAfter: 'تجيب {partner} عن الأسئلة حول طلبك.',
  phone: 'الهاتف',
  phoneHours: 'أوقات الرد',
  phoneLanguages: 'نتحدث',
  email: 'البريد الإلكتروني',
  place: 'مكان الزيارة',
  ask: 'هل لديك سؤال؟ يمكنك التحدث مع شخص',
  footPhone: 'الهاتف: {phone}',
  footLanguages: 'نتحدث: {languages}',
  footEmail: 'البريد الإلكتروني: {email}',
});
