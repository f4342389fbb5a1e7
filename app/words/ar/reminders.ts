import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const reminders = translationOf<typeof en.reminders>()({
  subject: 'لم تُرسل بعد: فكرتك إلى «{title}»',
  title: 'فكرتك محفوظة. لم تُرسل بعد.',
  hello: 'مرحبًا {name}. بدأت كتابة فكرة إلى «{title}».',
  closes: 'تُغلق الدعوة {when}.',
  todo: 'ما بقي، نحو {minutes, plural, zero {0 دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}:',
  todoReady: 'لا ينقص شيء. تبقى المراجعة مرة أخرى ثم الإرسال.',
  todoDetails: 'مجموعتك ومشروعك: بعض الأسطر فارغة.',
  todoQuestion: 'السؤال {position}: {label}',
  todoMore:
    '{count, plural, zero {لا شيء آخر} one {شيء واحد آخر} two {شيئان آخران} few {# أشياء أخرى} many {# شيئًا آخر} other {# شيء آخر}}',
  todoAmount: 'المبلغ أكبر مما تعطيه هذه الدعوة.',
  next: 'يمكنك المتابعة من حيث توقفت، كتابةً أو بصوتك. الإجابات القصيرة إجابات جيدة.',
  first: 'نذكّرك مرة أخرى، قبل النهاية بيومين.',
  last: 'هذا تذكيرنا الأخير.',
  leave: 'لا يلزم أن تتابع. لا يقرأ أحد ما لا ترسله.',
  button: 'متابعة فكرتي',
  text: '{product}: فكرتك إلى «{title}» لم تُرسل بعد. تُغلق الدعوة {when}. المتابعة: {url}',
});
