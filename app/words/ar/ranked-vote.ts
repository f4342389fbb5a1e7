import { rankedVote as english } from '../en/ranked-vote.ts';
import { translationOf } from '../translation.ts';

/** What the booth, the stage and the board say; what the desk says about the ballot paper stays in English. */
type PublicSentence = Exclude<keyof typeof english, 'paper'>;

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const rankedVote = {
  ...english,
  ...translationOf<Pick<typeof english, PublicSentence>>()({
    lead: 'رتّب حتى {max, plural, zero {0 مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}.',
    groups: 'المجموعات',
    hint: 'يكفي اختيار واحد. الصوت الذي لا يحتاجه اختيارك الأول، أو لا ينفعه، ينتقل إلى اختيارك الثاني، وهكذا. ولا يأخذ اختيار لاحق صوتًا من اختيار قبله.',
    places: ['الاختيار الأول', 'الاختيار الثاني', 'الاختيار الثالث', 'الاختيار الرابع', 'الاختيار الخامس'],
    choose: 'اختر مجموعة',
    none: 'لا مجموعات أخرى',
    twice: 'اخترت مجموعة مرتين. اختر كل مجموعة مرة واحدة.',
    foundChoice: 'اختارت، بدءًا بالأفضل: {choice}.',
    promise:
      'يرتّب كل ناخب حتى {max, plural, zero {0 مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}، بدءًا بالأفضل. {seats, plural, zero {لا تُنتخب أي مجموعة} one {تُنتخب مجموعة واحدة} two {تُنتخب مجموعتان} few {تُنتخب # مجموعات} many {تُنتخب # مجموعة} other {تُنتخب # مجموعة}} بالصوت الواحد القابل للتحويل، كما تُنتخب المجالس في اسكتلندا (القاعدة scottish_stv).',
    points:
      'نقاط التصويت: تحصل المجموعة التي تنتخبها القاعة عليها كلها. وتحصل غيرها على جزء منها بقدر ما نالت من الأصوات اللازمة.',
    stage:
      'رتّب الناخبون المجموعات. والصوت الذي لم تحتجه مجموعة، أو لم ينفعها، انتقل إلى الاختيار التالي. {seats, plural, zero {لم تُنتخب أي مجموعة} one {انتُخبت مجموعة واحدة} two {انتُخبت مجموعتان} few {انتُخبت # مجموعات} many {انتُخبت # مجموعة} other {انتُخبت # مجموعة}}.',
    stageChoose:
      'رتّبوا حتى {max, plural, zero {0 مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}',
    stageNamed:
      '{count, plural, zero {ليست على أي ورقة} one {على ورقة واحدة} two {على ورقتين} few {على # أوراق} many {على # ورقة} other {على # ورقة}}',
    named: 'أوراق تذكرها',
    elected: 'منتخبة',
    boardTitle: 'كيف انتُخبت المجموعات',
    quota:
      'عدد الأوراق التي ترتّب المجموعات: {valid, plural, zero {0 ورقة} one {ورقة واحدة} two {ورقتان} few {# أوراق} many {# ورقة} other {# ورقة}}. وما يكفي لانتخاب مجموعة: {quota, plural, zero {0 صوت} one {صوت واحد} two {صوتان} few {# أصوات} many {# صوتًا} other {# صوت}}. ولا يمكن أن ينال هذا العدد أكثر من {seats, plural, zero {0 مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}.',
    first: 'تُحسب الاختيارات الأولى.',
    surplus: 'لدى {group} أصوات أكثر مما تحتاج. ما لا تحتاجه ينتقل إلى الاختيارات التالية على أوراقها، جزءًا من كل صوت.',
    fewest: 'لدى {group} أقل الأصوات، فتخرج. وتنتقل أصواتها إلى الاختيارات التالية على أوراقها.',
    byLot: 'تساوت معها مجموعات أخرى، فحسمت القرعة.',
    rest: 'أصوات بلا اختيار تالٍ: {votes}.',
    reached: 'انتُخبت {group} وعدد أصواتها {votes}، وكان المطلوب {quota}.',
    last: 'انتُخبت {group} وعدد أصواتها {votes}: لم تبقَ مجموعات أكثر مما يمكن انتخابه.',
    round: 'الجولة {number}',
    group: 'المجموعة',
    votes: 'الأصوات',
    rounded: 'الأصوات مقرّبة هنا إلى منزلتين عشريتين. وللحساب خمس منازل.',
  }),
};
