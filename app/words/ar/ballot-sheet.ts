import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const ballotSheet = translationOf<typeof en.ballotSheet>()({
  how: 'ضع كاميرا هاتفك أمام المربّع، أو افتح العنوان في الأسفل واكتب الرمز.',
  choose:
    'يمكنك اختيار ما يصل إلى {max, plural, zero {# مجموعات} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}. يعمل الرمز مرة واحدة.',
  rank: 'رتّب ما يصل إلى {max, plural, zero {# مجموعات} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}، بدءًا بالأفضل. يعمل الرمز مرة واحدة.',
});
