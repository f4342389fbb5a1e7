import type { en } from '../en/index.ts';
import { translationOf } from '../translation.ts';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const translations = translationOf<typeof en.translations>()({
  link: 'اللغة والترجمة',
  title: 'اللغة والترجمة',
  lead: 'كلماتك أنت هي المعتمدة دائمًا. تقف الترجمة بجانبها وتساعد من يقرأ.',
  original: 'الإجابة',
  languageTitle: 'لغة هذه الإجابة',
  written: 'بأي لغة كتبت؟',
  spoken: 'بأي لغة تتحدث في التسجيل؟',
  languageSave: 'حفظ اللغة',
  listTitle: 'الترجمات',
  none: 'لا توجد ترجمة بعد. لا تحتاج إلى ترجمة.',
  inLanguage: 'اللغة: {language}',
  by: 'ترجمة {name}',
  byMachine: 'ترجمة آلية',
  counts: 'النص الأصلي هو المعتمد.',
  states: {
    approved: 'معتمدة',
    waiting: 'لم تُعتمد بعد',
    outdated: 'تغيّرت الإجابة بعدها',
  },
  approve: 'اعتماد هذه الترجمة',
  approveText: 'هل تقول ما تعنيه؟ لا يراها من يقرّرون إلا بعد أن تعتمدها.',
  remove: 'إزالة هذه الترجمة',
  removeDo: 'نعم، إزالتها',
  removeText: 'تُحذف نهائيًا. إجابتك تبقى.',
  addTitle: 'كتابة ترجمة',
  addText: 'ماذا تقول الإجابة باللغة الأخرى؟ يمكن أيضًا كتابة ما يقال في التسجيل.',
  language: 'لغة الترجمة',
  text: 'الترجمة',
  translator: 'من ترجمها؟',
  translatorHint: 'اسم. يمكنك ترك هذا فارغًا إذا كنت أنت من ترجم.',
  save: 'حفظ الترجمة',
  refusals: {
    'same-language': 'الإجابة بهذه اللغة أصلًا. يرجى اختيار لغة أخرى.',
    'no-answer': 'لا توجد إجابة لترجمتها بعد.',
    'changed-elsewhere': 'غيّر شخص هذه الترجمة أو الإجابة. يرجى النظر مرة أخرى.',
    'read-already': 'اعتُمدت هذه الترجمة وربما قرأها أحد، ولذلك تبقى.',
  },

  letterSubject: 'يرجى النظر في ترجمة: {title}',
  letterTitle: 'ترجم شخص إحدى إجاباتك',
  letterLead: 'مرحبًا {name}، لإجابتك عن «{question}» ترجمة الآن، اللغة: {language}.',
  letterNext: 'يرجى النظر هل تقول ما تعنيه. لا يراها من يقرّرون إلا بعد أن تعتمدها.',
  letterButton: 'النظر في الترجمة',
});
