import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const eligibility = translationOf<typeof en.eligibility>()({
  whyTitle: 'السبب',
  noteTitle: 'من {partner}',
  otherTitle: 'ما الذي قد يساعد غيرها',
  rule: 'هذه الجملة من الدعوة لا تنطبق: «{statement}»',

  notEligibleTitle: 'هذه الدعوة لا تناسب فكرتك',
  notEligibleText: 'راجعت {partner} طلبك حسب قواعد الدعوة. لا يمكن أن يصل إلى اللجنة.',
  notEligibleKind: 'لا يقول هذا شيئًا عن جودة فكرتك.',
  moreNeededTitle: 'لدى {partner} سؤال لك',
  moreNeededText: 'يبقى طلبك في هذه الجولة. يرجى الرد، لنستطيع مراجعته.',
  fitsAfterAllTitle: 'طلبك مقبول في الجولة بعد كل شيء',
  fitsAfterAllText: 'نظرت {partner} مرة أخرى. يتابع طلبك كأن شيئًا لم يكن.',
  askAgain: 'إذا رأيت أن هذا خطأ، فيرجى الكتابة إلى {partner} بالرد على الرسالة الإلكترونية.',

  letters: {
    'not-eligible': {
      subject: '{reference}: هذه الدعوة لا تناسب فكرتك',
      preview: 'السبب، وما الذي قد يساعد غيرها.',
    },
    'more-needed': { subject: '{reference}: لدينا سؤال', preview: 'يبقى طلبك في هذه الجولة.' },
    'fits-after-all': { subject: '{reference}: طلبك مقبول في الجولة', preview: 'نظرنا في طلبك مرة أخرى.' },
  },
  letterHello: 'مرحبًا {name}. هذه الرسالة عن «{title}».',
  letterAnswer: 'يرجى الرد على هذه الرسالة. لا يلزم أن تغيّر شيئًا آخر.',
  letterMistake: 'إذا رأيت أن هذا خطأ، فيرجى الرد على هذه الرسالة. يقرأ ردّك إنسان.',
  letterButton: 'رؤية أين وصل طلبك',
});
