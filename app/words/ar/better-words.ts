import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const betterWords = translationOf<typeof en.betterWords>()({
  title: 'اقتراح جملة أفضل',
  lead: 'هل نشأت على هذه اللغة وتعرف تعبيرًا أفضل؟ يسرّنا أن تخبرنا. لا نحتفظ بأي اسم.',
  sentence: 'الجملة كما هي الآن',
  sentenceHint: 'يمكنك نسخها من الصفحة. ويمكنك ترك هذا فارغًا.',
  better: 'كيف تقولها أنت؟',
  send: 'إرسال',
  thanksTitle: 'شكرًا لك',
  thanksText: 'احتفظنا بجملتك. سيقرؤها أحدنا.',
  back: 'العودة إلى الصفحة',
  tooMany: 'هناك اقتراحات كثيرة الآن. يرجى المحاولة مرة أخرى بعد ساعة.',
});
