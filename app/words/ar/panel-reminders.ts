import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const panelReminders = translationOf<typeof en.panelReminders>()({
  calendarLink: 'وضع المواعيد في تقويمك',
  calendarOf: 'اللجنة: {title}',
  scoringEnds: 'آخر موعد لتسليم الدرجات: {title}',
  phase: '{name}: {title}',
  meeting: 'اجتماع اللجنة: {title}',
  termBegins: 'تبدأ مدتك في اللجنة: {title}',
  termEnds: 'تنتهي مدتك في اللجنة: {title}',
  ends: 'يرجى تسليم درجاتك قبل {when}.',
  over: 'انتهى وقت الدرجات في {when}. ما زال يمكنك تسليم درجاتك حتى ينهي المكتب إعطاء الدرجات.',

  letterSubject: 'ما زال هناك عمل للجنة: {call}',
  letterTitle: 'ما زالت بعض الدرجات ناقصة',
  letterLead: 'مرحبًا {name}. شكرًا على القراءة لـ «{call}».',
  letterMissing:
    '{missing, plural, zero {لم يبقَ أي طلب.} one {بقي طلب واحد.} two {بقي طلبان.} few {بقيت # طلبات.} many {بقي # طلبًا.} other {بقي # طلب.}} {done, plural, =0 {لم تسلّم أيًّا منها بعد.} zero {لم تسلّم أيًّا منها بعد.} one {سلّمت طلبًا واحدًا.} two {سلّمت طلبين.} few {سلّمت # طلبات.} many {سلّمت # طلبًا.} other {سلّمت # طلب.}}',
  letterDeclare: 'قل أولًا أي المجموعات تعرف. بعد ذلك تُفتح الطلبات.',
  letterEnds: 'يرجى تسليم درجاتك قبل {when}.',
  letterOver: 'انتهى وقت الدرجات. ما زال المكتب ينتظر درجاتك.',
  letterLess: 'هل هذا كثير؟ يمكنك إعادة طلبات منها، أو مغادرة اللجنة. لا نسأل عن السبب.',
  letterButton: 'متابعة العمل في اللجنة',
});
