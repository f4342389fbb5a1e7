import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const decisionLetter = translationOf<typeof en.decisionLetter>()({
  subjects: {
    shortlisted: 'خبر سارّ عن «{title}»',
    declined: 'بخصوص طلبك «{title}»',
    ineligible: 'بخصوص طلبك «{title}»',
  },
  leads: {
    shortlisted: 'قرأت اللجنة طلبك {reference}، «{title}». وهو في القائمة القصيرة لـ«{call}».',
    declined: 'شكرًا على طلبك {reference}، «{title}»، في «{call}». هو ليس في القائمة القصيرة.',
    ineligible: 'شكرًا على طلبك {reference}، «{title}»، في «{call}». هو لا يناسب قواعد هذه الدعوة.',
  },
  reason: 'السبب: {reason}',
  usualReasons: {
    shortlisted: 'أعطت اللجنة طلبك درجة من أعلى درجاتها.',
    declined: 'لا يكفي المال لكل فكرة جيدة. وقد أعطت اللجنة طلبات أخرى درجة أعلى.',
    ineligible: 'في الدعوة قاعدة لا يناسبها طلبك.',
  },
  nearly: 'كنت قريبًا جدًا. نرجو أن تعود بهذه الفكرة أو بفكرة أخرى إن أمكن.',
  nextPitch: 'الخطوة التالية هي يوم العرض. سنكتب إليك بالموعد والمكان.',
  nextNoPitch: 'بعد ذلك يقرّر {partner} المنح. سنكتب إليك مرة أخرى.',
  ask: 'هل تريد معرفة المزيد؟ اكتب إلى {email}.',
  button: 'القراءة في صفحتك',

  strengths: 'ما أعجب اللجنة',
  concerns: 'ما لم تكن اللجنة متأكدة منه',
  feedbackTitle: 'ما كتبه أعضاء اللجنة',
  feedbackWords: 'هذه كلماتهم كما هي، من دون أسمائهم.',
  feedbackSubject: 'ما كتبته اللجنة عن «{title}»',
  feedbackLead: 'هذا ما كتبه أعضاء اللجنة عن طلبك {reference}، «{title}».',
  feedbackAsk: 'هل لديك سؤال عنه؟ اكتب إلى {email}.',
  sender: '{partner}، مع Common Pot',

  award: {
    subjects: {
      awarded: 'مطلوب منك: قبول المنحة',
      reserve: '«{title}» في القائمة الاحتياطية',
      declined: 'القرار بشأن «{title}»',
    },
    offer: 'يعرض {partner} على {group} مبلغ {amount} من أجل «{title}».',
    offerAsk: 'هل لديك سؤال، أو لا تريد المنحة؟ اكتب إلى {email}.',
    offerDo: 'اقرأ الاتفاق واكتب اسمك تحته. نرجو أن يتم ذلك قبل {when}.',
    offerButton: 'القراءة والقبول',
    reserve: 'تم اتخاذ القرار في منح «{call}». مكانك هو {position}، بعد المجموعات التي حصلت على منحة.',
    reserveMore: 'إذا رفضت مجموعة، ينتقل المكان إلى التالي في القائمة. تنتظر حتى {until} على الأكثر.',
    reserveTell: 'سنخبرك في كل الأحوال. لا يلزمك فعل شيء.',
    declined: 'شكرًا على تقديمك في «{call}». اتخذ {partner} قرارًا بشأن طلبك «{title}».',
    declinedTitle: 'لا يمكننا أن نعطيك منحة هذه المرة.',
    ineligible: 'الطلب لا يناسب قواعد هذه الدعوة.',
    points: 'حصلت على {points} نقطة من 100، ومكانك {position} من {count}.',
    ask: 'يسعدنا الحديث عن ذلك. اكتب إلى {email}.',
  },
});
