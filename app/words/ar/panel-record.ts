import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const panelRecord = translationOf<typeof en.panelRecord>()({
  title: 'كيف تم اتخاذ هذا القرار',
  lead: 'لكل من شارك: من قرّر، وبأي قاعدة، وعلى أي درجات، وما الذي تم التحقق منه.',
  link: 'كيف تم اتخاذ هذا القرار، لكل من شارك',
  agreedTitle: 'من قرّر',
  composition:
    'عدد المشاركين من أعضاء اللجنة: {participants} من {accepted}. أي {share}%. ووعدت الدعوة بـ{min}% على الأقل.',
  ties: 'صلات بين الأعضاء والطلبات: {hard} من دون أي اطلاع، و{soft} من دون درجات.',
  agreed: 'اتفق شخصان على القرار: أغلقه أحدهما في {locked}، وأكّده الآخر في {confirmed}.',
  decided: 'تم إبلاغ الجميع في {when}.',
  ruleTitle: 'القاعدة',
  fairnessTitle: 'هل كان ذلك عادلًا؟',
  fairnessNone: 'لم يُسأل أحد عن ذلك عند اتخاذ القرار.',
  fairnessBy: 'ما قالته الإدارة في {when}',
  lottery: 'الاطلاع على القرعة',
  lotsAged: 'تغيّرت بعض الدرجات بعد تثبيت قائمة القرعة. وبقيت القائمة والقرعة كما كانتا.',
  scoresTitle: 'الدرجات',
  scoresLead: 'كل طلب مذكور هنا برقمه المرجعي. وترى اسم طلبك أنت.',
  own: 'طلبك: {title}',
  caption: 'الدرجات والقرارات. عدد الطلبات: {count}',
  reference: 'الرقم المرجعي',
  votesTitle: 'تصويت اللجنة',
  votes:
    'نعم: {yes}، لا: {no}، من دون تصويت: {abstain}{unheard, plural, =0 {} zero {} one {، ولم يجب عضو واحد} two {، ولم يجب عضوان} few {، ولم يجب # أعضاء} many {، ولم يجب # عضوًا} other {، ولم يجب # عضو}}{entered, plural, =0 {} zero {} one {، منها صوت واحد قيل بصوت مسموع وسجّله رئيس الجلسة} two {، منها صوتان قيلا بصوت مسموع وسجّلهما رئيس الجلسة} few {، منها # أصوات قيلت بصوت مسموع وسجّلها رئيس الجلسة} many {، منها # صوتًا قيل بصوت مسموع وسجّله رئيس الجلسة} other {، منها # صوت قيل بصوت مسموع وسجّله رئيس الجلسة}}',
  votesNone: 'لا تصويت',
  howTitle: 'لإعادة الحساب',
  seed: 'البذرة',
  scoresHash: 'بصمة الدرجات',
  calculated: 'وقت الحساب',
  convergence: 'التقارب',
  convergenceOf: 'R-hat {rHat}، الحجم الفعّال {size}، عدد السلاسل {chains}، وفي كل منها {draws} سحبة',
});
