import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const decisionPage = translationOf<typeof en.decisionPage>()({
  title: 'القرار بشأن طلبك',
  link: 'قراءة القرار وما كتبته اللجنة',
  awards: {
    awarded: 'نعرض عليك منحة قدرها {amount}.',
    reserve: 'أنت في القائمة الاحتياطية.',
    declined: 'لن تحصل على منحة هذه المرة.',
    ineligible: 'لن تحصل على منحة: طلبك لا يناسب قواعد هذه الدعوة.',
  },
  shortlist: {
    shortlisted: 'فكرتك في القائمة القصيرة.',
    'not-shortlisted': 'فكرتك ليست في القائمة القصيرة هذه المرة.',
  },
  why: 'السبب',
  place: 'مكانك',
  placeOfPanel: '{rank} من {count}، في ترتيب اللجنة',
  record: 'كيف قرّرت اللجنة: السجل الكامل',
  feedbackLater: 'يمكنك قراءته هنا ابتداءً من {when}.',
  feedbackMore: 'سيأتي المزيد. يمكنك قراءته هنا ابتداءً من {when}.',
  feedbackNone: 'لا توجد كلمات مكتوبة من اللجنة عن هذا الطلب.',
  nextTitle: 'ما الخطوة التالية',
  nextAward: 'اقرأ الاتفاق. ثم أخبرنا إن كنت تريد المنحة.',
  nextAnswered: 'صفحة منحتك تبيّن اتفاقك وما يأتي بعده.',
  nextDeclined: 'ينتهي هذا الطلب هنا. يمكنك التقديم من جديد في دعوة أخرى.',
  letterTitle: 'الرسالة التي أرسلناها إليك',
  earlierTitle: 'قبل ذلك: القائمة القصيرة',
});
