import { assessment as english } from '../en/assessment.ts';
import { translationOf } from '../translation.ts';

/** What somebody reads who is asked onto a panel, or sits on one; what its manager reads stays in English. */
type MemberSentence = Exclude<
  keyof typeof english,
  | 'kindHints'
  | 'ownApplication'
  | 'refusals'
  | `named${string}`
  | `board${string}`
  | 'stepInvite'
  | 'stepScore'
  | 'stepShortlist'
  | `toShortlist${string}`
  | `composition${string}`
  | `member${string}`
  | 'answer'
  | 'seats'
  | 'assigned'
  | 'started'
  | 'handedIn'
  | `keptAway${string}`
  | 'notDeclared'
  | `invite${string}`
  | `open${string}`
  | `close${string}`
  | `shortlist${string}`
  | 'unscored'
  | `preselect${string}`
  | `ranking${string}`
  | 'application'
  | 'notJudged'
  | 'choiceFor'
  | `ownReason${string}`
  | `reason${string}`
  | `decide${string}`
  | `letterShortlisted${string}`
  | `letterNotShortlisted${string}`
  | 'letterReason'
>;
type MemberRefusal =
  | 'panel-closed'
  | 'not-a-member'
  | 'tied'
  | 'not-scoring'
  | 'already-submitted'
  | 'changed-elsewhere'
  | 'unknown-criterion'
  | 'score-off-scale'
  | 'too-long'
  | 'scores-missing'
  | 'comments-missing';

/** Not yet read by anybody who grew up with Arabic: see `AR_UNREAD`. */
export const assessment = {
  ...english,
  ...translationOf<Pick<typeof english, MemberSentence>>()({
    navPanel: 'لجانك',
    kinds: { participant: 'مشارك', staff: 'من العاملين', funder: 'مموّل', expert: 'خبير' },
    panelStates: { preparing: 'قيد التحضير', scoring: 'إعطاء الدرجات', closed: 'انتهى إعطاء الدرجات' },
    sureMissing: 'ضع علامة هنا إذا كنت متأكدًا.',
    rank: 'المرتبة',
    rankNone: 'بلا درجة',
    mean: 'الدرجة',
    spread: 'التفاوت',
    sheets: 'أوراق التقييم',
    choice: 'في القائمة القصيرة؟',
    decisions: { shortlisted: 'في القائمة القصيرة', 'not-shortlisted': 'ليس في القائمة القصيرة' },
    panelsTitle: 'لجانك',
    panelsLead: 'هنا كل لجنة طلبت مساعدتك.',
    panelsNone: 'لم تطلب منك أي لجنة شيئًا بعد',
    panelsNoneText: 'عندما يدعوك أحد تجد الدعوة هنا.',
    panelInvited: 'يرجى الإجابة',
    panelAs: 'مكانك: {kind}',
    workOverline: 'لجنة {partner}',
    invitationLead: 'تطلب منك {partner} المساعدة في تقرير من يحصل على المال. مكانك: {kind}.',
    invitationWhat: 'ما الذي ستفعله',
    invitationSteps: [
      'تخبرنا بالمجموعات التي تعرفها أو تستفيد منها. لا تعطيها درجات.',
      'تقرأ الطلبات الأخرى أو تشاهدها، في البيت، في الوقت الذي يناسبك.',
      'تعطي كل طلب درجة من 1 إلى 5 لبعض الأسئلة. نشرح بالكلمات معنى كل درجة.',
    ],
    invitationKnow: 'لا تحتاج إلى معرفة خاصة. يمكنك دائمًا أن تقول «لا أستطيع الحكم على هذا».',
    invitationCall: 'قراءة ما تقوله الدعوة',
    invitationNo: 'لا، ليس هذه المرة',
    invitationNoHint: 'يمكنك أن تقول لا دون سبب.',
    saidNo: 'شكرًا على إجابتك. لست في هذه اللجنة.',
    workLead: {
      wait: 'شكرًا على مساعدتك. لا شيء مطلوب بعد.',
      conflicts: 'أخبرنا أولًا بالمجموعات التي تعرفها. بعد ذلك يمكنك قراءة الطلبات.',
      ready: 'أخبرتنا بالمجموعات التي تعرفها. نكتب إليك عندما يبدأ إعطاء الدرجات.',
      scoring: 'اقرأ كل طلب أو شاهده وأعطه درجات. عملك محفوظ، ويمكنك التوقف في أي وقت.',
      none: 'لم نعطك أي طلب بعد. نكتب إليك عندما يمكنك إعطاء درجات لطلب.',
      done: 'سلّمت كل الأوراق. شكرًا.',
      closed: 'انتهى إعطاء الدرجات. ما زال يمكنك قراءة ما أعطيته درجات.',
    },
    stepAnswer: 'قلت نعم',
    stepConflicts: 'قل من تعرف',
    stepConflictsWait: 'من {closes}، عندما تُغلق الدعوة.',
    stepConflictsDone:
      '{count, plural, =0 {لا تعرف أحدًا.} zero {لا تعرف أحدًا.} one {لا تعطي درجات لطلب واحد.} two {لا تعطي درجات لطلبين.} few {لا تعطي درجات لـ # طلبات.} many {لا تعطي درجات لـ # طلبًا.} other {لا تعطي درجات لـ # طلب.}}',
    stepConflictsNow: 'ترى العناوين والأسماء فقط.',
    stepScoring: 'أعطِ الطلبات درجات',
    stepScoringWait: 'نكتب إليك عندما يبدأ ذلك.',
    stepScoringAfter: 'تُفتح عندما تقول من تعرف.',
    stepScoringNow:
      'سُلّم {done} من {all}. بقي نحو {minutes, plural, zero {0 دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
    stepScoringNone: 'لم نعطك شيئًا بعد.',
    stepScoringDone: 'سُلّم {done} من {all}.',
    declareNow: 'قل من تعرف',
    declareMore: 'وجدت صلة أخرى',
    workToDo: 'لم يتم بعد ({count})',
    workNotHandedIn: 'لم يُسلّم ({count})',
    workHandedIn: 'سُلّم ({count})',
    workHint:
      '{group} · نحو {minutes, plural, zero {0 دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    workHintVideo:
      '{group} · نحو {minutes, plural, zero {0 دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، مع تسجيل',
    workStates: { 'to-do': 'لم يتم بعد', draft: 'بدأ', submitted: 'سُلّم' },
    workStateOver: 'لم يُسلّم',
    leaveTitle: 'لا تستطيع المتابعة؟',
    leaveText: 'يمكنك مغادرة اللجنة في أي وقت. لا نسأل عن السبب. الأوراق التي سلّمتها تبقى محسوبة.',
    leaveSure: 'أريد مغادرة هذه اللجنة.',
    leave: 'مغادرة اللجنة',
    leftPanel: 'غادرت اللجنة. شكرًا على مساعدتك.',

    sheetMinutes:
      'نحو {minutes, plural, zero {0 دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} للقراءة والمشاهدة',
    sheetGroup: 'المجموعة',
    sheetTheme: 'الموضوع',
    sheetCity: 'المكان',
    sheetAmount: 'يطلب',
    sheetInShort: 'باختصار',
    toScores: 'الذهاب إلى الدرجات',
    answersTitle: 'ما يقولونه',
    answerEmpty: 'لا إجابة.',
    mediaOf: { video: 'فيديو: {question}', audio: 'تسجيل: {question}', file: 'ملف: {question}' },
    scoreTitle: 'درجاتك',
    scoreLead: 'اختر الجملة الأنسب. لا يرى أحد درجاتك قبل أن تسلّمها.',
    criterionCounts: '(يُحسب {weight}%)',
    cannotJudge: 'لا أستطيع الحكم على هذا',
    cannotJudgeHint: 'لا يُحسب هذا. ولا يُحسب على المجموعة.',
    strength: 'ما أقوى ما فيه؟',
    concern: 'ما الذي يقلقك؟',
    commentHint: 'تكفي جملة واحدة، بأي لغة. تقرؤها اللجنة.',
    saveDraft: 'الحفظ والمتابعة لاحقًا',
    submitSheet: 'تسليم درجاتي',
    submitHint: 'لا يمكنك تغييرها بعد ذلك. ثم ترى ما أعطاه الآخرون.',
    saved: 'حُفظت درجاتك. لم تُسلّم بعد.',
    submitted: 'سُلّمت درجاتك. شكرًا.',
    scoreMissing: '{criterion}: اختر درجة، أو «لا أستطيع الحكم على هذا».',
    strengthMissing: 'قل في جملة واحدة ما أقوى ما فيه.',
    concernMissing: 'قل في جملة واحدة ما الذي يقلقك.',
    scoringClosed: 'انتهى إعطاء الدرجات. لم تسلّم درجات لهذا الطلب.',
    nextApplication: 'التالي: {title}',
    backToWork: 'كل الطلبات',
    seenTitle: 'ما تقوله اللجنة حتى الآن',
    seenTogether:
      '{sheets, plural, zero {لم تُسلّم أي ورقة.} one {سُلّمت ورقة واحدة.} two {سُلّمت ورقتان.} few {سُلّمت # أوراق.} many {سُلّمت # ورقة.} other {سُلّمت # ورقة.}} الدرجة {mean}.',
    seenSpread: 'التباعد {spread}.',
    seenNoMean: 'لم يستطع أحد الحكم على هذا الطلب.',
    seenYou: 'أنت',
    seenScore: 'الدرجة {mean}',
    seenNoScore: 'بلا درجة',
    seenStrength: 'الأقوى',
    seenConcern: 'القلق',
    outOfFive: '{score} من 5',

    letterInvitationSubject: 'هل تساعد في القرار؟ {call}',
    letterInvitationTitle: 'هل تجلس في لجنتنا؟',
    letterInvitationLead: 'تطلب منك {partner} المساعدة في تقرير من يحصل على المال من «{call}».',
    letterInvitationWork: 'تقرأ الطلبات أو تشاهدها على هاتفك أو حاسوبك، وتعطي كل طلب درجات. لا تحتاج إلى معرفة خاصة.',
    letterInvitationAs: 'مكانك في اللجنة: {kind}.',
    letterInvitationAnswer: 'يرجى أن تقول نعم أو لا. يمكنك أن تقول لا دون سبب.',
    letterInvitationButton: 'الإجابة عن الدعوة',
    letterOpenedSubject: 'يمكنك البدء بإعطاء الدرجات: {call}',
    letterOpenedTitle: 'الطلبات مفتوحة',
    letterOpenedLead: 'يمكنك الآن قراءة طلبات «{call}» وإعطاؤها درجات.',
    letterOpenedConflicts: 'أخبرنا أولًا إن كنت تعرف أيًّا من المجموعات. بعد ذلك تُفتح الطلبات.',
    letterOpenedButton: 'الذهاب إلى عملك في اللجنة',
    letterSender: '{partner}، مع Common Pot',
  }),
  refusals: {
    ...english.refusals,
    ...translationOf<Pick<typeof english.refusals, MemberRefusal>>()({
      'panel-closed': 'انتهى إعطاء الدرجات. لم تعد اللجنة تتغيّر.',
      'not-a-member': 'لست عضوًا في هذه اللجنة.',
      tied: 'تربطك صلة بهذه المجموعة. يمكنك قراءته، لكنك لا تعطيه درجات.',
      'not-scoring': 'إعطاء الدرجات ليس مفتوحًا. لم تُحفظ درجاتك.',
      'already-submitted': 'سلّمت هذه الدرجات من قبل. لم تعد تتغيّر.',
      'changed-elsewhere': 'غيّرت هذا في نافذة أخرى. يرجى المقارنة بينهما.',
      'unknown-criterion': 'أسئلة هذه الدعوة مختلفة. يرجى تحميل الصفحة من جديد.',
      'score-off-scale': 'اختر درجة من 1 إلى 5.',
      'too-long': 'اكتب أقل. تكفي جملة أو جملتان.',
      'scores-missing': 'تنقص بعض الدرجات.',
      'comments-missing': 'أجب عن السؤالين بجملة واحدة لكل منهما.',
    }),
  },
};
