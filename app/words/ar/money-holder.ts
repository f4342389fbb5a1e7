import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const moneyHolder = translationOf<typeof en.moneyHolder>()({
  question: 'من سيحتفظ بالمال من أجلكم؟',
  hint: 'يمكنك ترك هذا دون إجابة، ولا أحد يقيّمه. من ينتمي إلى تلك المنظمة لا يقيّم طلبك.',
  choices: {
    ourselves: 'نحتفظ به بأنفسنا',
    host: 'تحتفظ به منظمة أخرى من أجلنا',
    unknown: 'لا نعرف بعد',
  },
  name: 'اسم تلك المنظمة',
  nameHint: 'فقط إذا كانت منظمة أخرى ستحتفظ بالمال.',
});
