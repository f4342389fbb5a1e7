import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const selfCheck = translationOf<typeof en.selfCheck>()({
  link: 'هل هذا يناسبك؟',
  linkHint: 'أسئلة قصيرة. لا يرى أحد إجاباتك.',
  title: 'هل هذا يناسبك؟',
  lead: 'الإجابة بنعم أو لا. يمكنك أيضًا البدء بدون هذه الأسئلة.',
  privacy: 'لا نحتفظ بأي من إجاباتك. نعدّ فقط كم مرة تنتهي هذه الأسئلة بهذه النتيجة أو تلك.',
  yes: 'نعم',
  no: 'لا',
  missing: 'يرجى اختيار نعم أو لا للجملة {number}.',
  done: 'ماذا يعني هذا',
  fitsTitle: 'يبدو هذا مناسبًا لك',
  fitsText: 'أجبت بنعم عن كل جملة. يمكنك البدء متى شئت.',
  fitsLater: 'أجبت بنعم عن كل جملة.',
  anotherTitle: 'قد لا تناسبك هذه الدعوة، لكن هناك طريق آخر',
  anotherText: 'هذا ليس قرارًا. أنت وحدك تعرف مجموعتك. يمكنك التحدث مع {partner}، أو البدء رغم ذلك.',
  saidNo: 'أجبت بلا عن:',
  ways: {
    'another-call': 'قد تناسبك دعوة أخرى أكثر',
    'fiscal-host': 'يستطيع آخرون أن يحفظوا المال لكم',
    partner: 'هناك من يستطيع مساعدتك',
  },
  more: 'المزيد في {place}',
  startAnyway: 'البدء رغم ذلك',
  again: 'الإجابة مرة أخرى',
  back: 'العودة إلى الدعوة',
});
