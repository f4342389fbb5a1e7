import { pitchCard as english } from '../en/pitch-card.ts';
import { translationOf } from '../translation.ts';

/** What groups, voters and the hall read; what the desk says stays in English. */
type PublicSentence = Exclude<keyof typeof english, `desk${string}`>;

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const pitchCard = {
  ...english,
  ...translationOf<Pick<typeof english, PublicSentence>>()({
    link: 'عرضكم: ما يراه الناس منه',
    title: 'ما يراه الناس من عرضكم',
    lead: 'يمكن أن تُظهر الشاشة وهواتف الناخبين وصفحة اليوم أكثر من عنوانكم. لا يراه أحد قبل أن تقولوا ذلك.',
    when: 'عرضكم في {when}، ضمن «{event}».',
    notYet: 'لا يرى هذا أحد بعد.',
    shown: 'يستطيع الجميع رؤية هذا.',
    saved: 'حُفظ.',
    mended: 'غيّرت {partner} هذا في {when}.',
    readOnly: 'يمكنك قراءة هذا. يستطيع من له حق الكتابة في فريقكم أن يغيّره.',
    voteOpen: 'التصويت مفتوح. يبقى ما يراه الناخبون كما هو حتى يُغلق التصويت. لا يزال بإمكانكم إخفاؤه.',
    oneLine: 'فكرتكم في سطر واحد',
    oneLineHint: 'تُظهره الشاشة تحت عنوانكم وأنتم تتكلمون.',
    language: 'بأي لغة تتكلمون أمام الحاضرين؟',
    captionsUrl: 'رابط لترجمة مكتوبة لعرضكم',
    transcriptUrl: 'رابط لنص عرضكم',
    linkHint: 'يمكنكم ترك هذا فارغًا. يبدأ الرابط بـ https://.',
    linkWrong: 'أدخل رابطًا كاملًا يبدأ بـ https://.',
    picture: 'صورة',
    pictureHint: 'اختاروا مما أرسلتموه مع طلبكم. عندها يستطيع الجميع رؤيتها.',
    noPicture: 'بلا صورة',
    pictureOfFilm: 'صورة من فيلمكم {name}',
    film: 'فيلم، إن لم يستطع أحد منكم الحضور',
    filmHint: 'اختاروا مما أرسلتموه مع طلبكم. عندها يستطيع الجميع مشاهدته.',
    noFilm: 'بلا فيلم',
    isShown: 'إظهار هذا للجميع',
    isShownHint: 'يمكنكم إخفاؤه من جديد في أي وقت.',
    needsSigner: 'يجب أن يضع هذه العلامة من له حق التوقيع عن مجموعتكم.',
    save: 'حفظ',
    refusals: {
      'changed-elsewhere': 'غيّر شخص آخر هذا. كلماتكم في الأسفل. قارنوها بما حُفظ: {saved}',
      'group-shows': 'المجموعة وحدها تقرّر أن يرى الجميع هذا.',
      'may-not-show': 'لا يغيّر ما يراه الجميع إلا من له حق التوقيع عن مجموعتكم.',
      'vote-open': 'التصويت مفتوح. يبقى ما يراه الناخبون كما هو حتى يُغلق.',
      'one-line-missing': 'اكتبوا سطرًا واحدًا قبل أن يرى الجميع هذا.',
      'not-theirs': 'اختاروا مما أُرسل مع الطلب.',
    },
    spokenIn: 'باللغة: {language}',
    whoPitches: 'من يعرض',
    whoPitchesLead: 'بهذا الترتيب.',
    captions: 'ترجمة مكتوبة',
    transcript: 'نص العرض',
    watch: 'شاهدوا الفيلم',
    pictureOf: 'صورة: {title}',
  }),
};
