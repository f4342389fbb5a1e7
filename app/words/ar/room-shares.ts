import { roomShares as english } from '../en/room-shares.ts';
import { translationOf } from '../translation.ts';

/** What the stage and the board say; what the desk says about the ballot paper stays in English. */
type PublicSentence = Exclude<keyof typeof english, `paper${'' | 'TooDear'}`>;

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const roomShares = {
  ...english,
  ...translationOf<Pick<typeof english, PublicSentence>>()({
    promise:
      'يختار كل ناخب حتى {max, plural, zero {0 مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}. توزّع القاعة {pot} بالحصص المتساوية (Method of Equal Shares، القاعدة mes_cost_add1): لكل ناخب حصة متساوية من المال، ويدفع ناخبو كل مجموعة معًا ما تطلبه.',
    stage: 'وزّع الحاضرون {pot}. كانت لكل ناخب حصة متساوية، ودفع ناخبو كل مجموعة معًا ما تطلبه.',
    stageShares: 'يوزّع الحاضرون {pot}. لكل ناخب حصة متساوية، ويدفع ناخبو كل مجموعة معًا ما تطلبه.',
    stageNobody: 'لم يكن لدى ناخبي أي مجموعة مال يكفي معًا.',
    stageBelow: '* اختارها أقل من {percent} من كل 100 ناخب، والدعوة تشترط هذا العدد. لذلك لا يُدفع لها.',
    stageWaits: 'تكلّف بعض المجموعات ناخبيها المبلغ نفسه، فتحسم بينها رمية. الآن: {source}',
    stageLeft: 'بقي {left}، ويُوزَّع بحسب النقاط.',
    paidFor: 'دفعت القاعة لها',
    belowSupport: 'دون الحد الأدنى من التأييد',
    boardWaits: 'تكلّف بعض المجموعات ناخبيها المبلغ نفسه. لم يُحسم التعادل بعد.',
    boardTitle: 'كيف وزّعت القاعة المال',
    first:
      'المبلغ {pot} مقسومًا على {voters, plural, zero {0 ناخب} one {ناخب واحد} two {ناخبين} few {# ناخبين} many {# ناخبًا} other {# ناخب}} هو {each} لكل ناخب.',
    grown:
      'بقي بعد ذلك بعض المال. لذلك زادت حصة كل ناخب خطوة بعد خطوة حتى {each}. لو زادت خطوة أخرى لتجاوزت التكلفة المبلغ كله.',
    enough: 'كفى المال لكل مجموعة اختارها أحد.',
    alike:
      '{voters, plural, zero {لم يدفع أحد {each}.} one {دفع ناخب واحد {each}.} two {دفع ناخبان {each} لكل منهما.} few {دفع # ناخبين {each} لكل منهم.} many {دفع # ناخبًا {each} لكل منهم.} other {دفع # ناخب {each} لكل منهم.}}',
    poor: '{voters, plural, zero {لم يعطِ أحد آخر ما لديه: {together}.} one {أعطى ناخب واحد آخر ما لديه: {together}.} two {أعطى ناخبان آخر ما لديهما: {together} معًا.} few {أعطى # ناخبين آخر ما لديهم: {together} معًا.} many {أعطى # ناخبًا آخر ما لديهم: {together} معًا.} other {أعطى # ناخب آخر ما لديهم: {together} معًا.}}',
    penniless:
      '{voters, plural, zero {لم يخترها أحد ممن لم يبق لديهم شيء.} one {اختارها ناخب آخر لم يبق لديه شيء.} two {اختارها ناخبان آخران لم يبق لديهما شيء.} few {اختارها # ناخبين آخرين لم يبق لديهم شيء.} many {اختارها # ناخبًا آخر لم يبق لديهم شيء.} other {اختارها # ناخب آخر لم يبق لديهم شيء.}}',
    below: 'اختارها أقل من {percent} من كل 100 ناخب، والدعوة تشترط هذا العدد. كان لدى ناخبيها المال، ولا يُدفع لها.',
    nobody: 'لم يكن لدى ناخبي أي مجموعة مال يكفي معًا. لم يُدفع شيء.',
    left: 'بقي من المبلغ {left}. ويُوزَّع عند قرار المنح بحسب النقاط.',
    rounded: 'المبالغ لكل ناخب مقرّبة هنا. أما العدّ فدقيق.',
  }),
};
