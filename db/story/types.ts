/**
 * The shapes of the demonstration year. The modules beside this one hold only literals of these types:
 * whoever plays the story turns them into commands, and nothing here decides anything.
 */

export type CallSlug = 'social-innovation' | 'social-enterprise';
export type PartnerSlug = 'common-ground' | 'spark';
export type City = 'Birmingham' | 'Coventry' | 'Wolverhampton';

/** BCP 47 tags of the languages people in the story prefer to read. */
export type LanguageTag =
  | 'am'
  | 'ar'
  | 'bn'
  | 'ckb'
  | 'en'
  | 'es'
  | 'fa'
  | 'fr'
  | 'gu'
  | 'pa'
  | 'pl'
  | 'ps'
  | 'pt'
  | 'ro'
  | 'so'
  | 'sq'
  | 'ta'
  | 'ti'
  | 'uk'
  | 'ur'
  | 'yue'
  | 'zh-Hans';

/** The languages in which application texts are written; Arabic exercises right-to-left everywhere. */
export type TextLanguage = 'en' | 'ar';

export type Person = {
  /** Unique in the whole story. */
  readonly key: string;
  readonly name: string;
  /** Always under `.example`, so that a stray message can reach nobody. */
  readonly email: string;
  readonly language: LanguageTag;
};

export type StaffDuty = 'manager' | 'finance-maker' | 'finance-checker';
export type Staff = Person & { readonly partner: PartnerSlug; readonly duty: StaffDuty; readonly about: string };

export type Partner = {
  readonly slug: PartnerSlug;
  readonly name: string;
  readonly city: City;
  readonly about: string;
  readonly contactEmail: string;
  /** How else people reach it. */
  readonly contact: {
    readonly phone: string;
    readonly phoneHours: string;
    readonly phoneLanguages: readonly LanguageTag[];
    readonly place?: string;
  };
};

export type Programme = {
  readonly name: string;
  readonly region: string;
  readonly cities: readonly City[];
  readonly summary: string;
  readonly about: readonly string[];
};

export type Mentor = Person & {
  readonly partner: PartnerSlug;
  readonly city: City;
  readonly about: string;
  readonly skills: readonly string[];
  readonly speaks: readonly LanguageTag[];
  readonly hoursAMonth: number;
};

export type PanelSeat = 'participant' | 'staff' | 'funder' | 'expert';

/** `knows` may discuss and score; `close` and `money` may do neither. */
export type ConflictLevel = 'knows' | 'close' | 'money';

export type PanelMember = Person & {
  readonly call: CallSlug;
  readonly seat: PanelSeat;
  readonly about: string;
  readonly speaks: readonly LanguageTag[];
  /** Where they work or are a trustee, as they told it when they took the seat. */
  readonly organisation?: string;
  readonly conflicts: readonly {
    readonly application: string;
    readonly level: ConflictLevel;
    readonly reason: string;
    /** The portal finds it by itself, before anybody declares anything. */
    readonly isFound?: true;
  }[];
};

/** What the panels ask and give, and who would like to sit on the one that is looking for people. */
export type PanelOfferStory = {
  readonly minutesAsked: number;
  readonly hourlyMinor: number;
  readonly childcare: string;
  readonly travel: string;
  readonly access: string;
  readonly interested: readonly (Person & {
    readonly reads: readonly LanguageTag[];
    readonly minutesMax: number;
    readonly payChoice: 'cash' | 'voucher' | 'none';
    readonly needsChildcare: boolean;
    readonly needsTravel: boolean;
    readonly about: string;
  })[];
};

/** A local date and time: `day` counts from the story's first Monday (day 0), `time` is in the call's time zone. */
export type Moment = { readonly day: number; readonly time: `${number}:${number}` };

export type QuestionKeys = {
  'social-innovation': 'idea' | 'need' | 'people' | 'plan' | 'money' | 'after';
  'social-enterprise': 'business' | 'customers' | 'team' | 'good' | 'money' | 'test';
};

export type CriterionKeys = {
  'social-innovation': 'need' | 'led' | 'doable' | 'change';
  'social-enterprise': 'customers' | 'team' | 'good' | 'numbers';
};

export type ThemeKeys = {
  'social-innovation': 'health' | 'housing' | 'work' | 'citizenship' | 'community';
  'social-enterprise': 'food' | 'making' | 'care' | 'learning' | 'culture';
};

export type Question<S extends CallSlug> = {
  readonly key: QuestionKeys[S];
  readonly label: string;
  readonly guidance: string;
  readonly wordLimit: number;
  readonly required: boolean;
  readonly mayAnswerByVideo: boolean;
};

export type Score = 1 | 2 | 3 | 4 | 5;

export type Criterion<S extends CallSlug> = {
  readonly key: CriterionKeys[S];
  readonly label: string;
  /** Whole percent; the weights of one call add up to 100. */
  readonly weightPercent: number;
  /** What the assessor asks herself while she reads or watches. */
  readonly question: string;
  /** What one sees when this score fits. */
  readonly anchors: Readonly<Record<Score, string>>;
};

export type DecisionRule = {
  readonly panelWeightPercent: number;
  readonly publicWeightPercent: number;
  /** Share of the ballots that must have chosen a pitch before it can be awarded. */
  readonly minimumSupportPercent: number;
  readonly tieRule: 'lot';
};

export type CallDates = {
  readonly opens: Moment;
  readonly informationSession: Moment & { readonly until: Moment['time']; readonly place: string };
  readonly draftsBy: Moment;
  readonly questionsBy: Moment;
  readonly closes: Moment;
  readonly checkedBy: Moment;
  readonly panelMeets: Moment;
  readonly panelScoresBy: Moment;
  readonly shortlistBy: Moment;
  readonly pitchDay: Moment;
  readonly offersBy: Moment;
  readonly reasonsBy: Moment;
  readonly acceptBy: Moment;
  readonly mentoringEnds: Moment;
};

/** A sentence that is true for those who can apply, and what helps the others. */
export type SelfCheckItem = {
  readonly statement: string;
  readonly otherwise: string;
  /** A call that may fit better, once it is out. */
  readonly otherCall?: CallSlug;
};

export type Call<S extends CallSlug> = {
  readonly slug: S;
  readonly partner: PartnerSlug;
  readonly strand: string;
  readonly title: string;
  readonly summary: string;
  readonly about: readonly string[];
  readonly whoCanApply: readonly string[];
  readonly support: readonly string[];
  readonly selfCheck: readonly SelfCheckItem[];
  readonly currency: 'GBP';
  readonly timeZone: 'Europe/London';
  readonly potMinor: number;
  readonly awardMaxMinor: number;
  readonly awardsPlanned: number;
  readonly themes: readonly { readonly key: ThemeKeys[S]; readonly label: string }[];
  readonly questions: readonly Question<S>[];
  readonly videoAllowed: boolean;
  readonly videoSecondsMax: number;
  readonly criteria: readonly Criterion<S>[];
  readonly participantShareMinPercent: number;
  readonly hasPitchDay: boolean;
  readonly decisionRule: DecisionRule;
  readonly shortlistSize: number;
  readonly choicesPerVoter: number;
  readonly dates: CallDates;
};

export type ClipKey =
  | 'our-kitchen'
  | 'mend-and-meet'
  | 'a-garden-for-the-street'
  | 'our-table-in-arabic'
  | 'first-customers';

export type Clip = {
  readonly key: ClipKey;
  readonly title: string;
  readonly language: TextLanguage;
  /** Relative to `db/story/`. */
  readonly file: string;
  /** What is said in it, and from when to when, in seconds. */
  readonly said: readonly { readonly from: number; readonly to: number; readonly words: string }[];
  readonly mime: 'video/mp4' | 'video/webm';
  readonly seconds: number;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
};

/** Written words, or a spoken answer. */
export type Answer = string | { readonly video: ClipKey };

type ApplicationBase<S extends CallSlug> = {
  /** Unique in the whole story. */
  readonly key: string;
  readonly groupName: string;
  readonly lead: Person;
  readonly title: string;
  /** For ballots and the stage screen, when the title is not in English. */
  readonly titleInEnglish?: string;
  readonly oneLine: string;
  readonly theme: ThemeKeys[S];
  readonly city: City;
  readonly amountMinor: number;
  /** The organisation that would hold the money; without it nobody has said who would. */
  readonly hostName?: string;
  readonly language: TextLanguage;
  readonly answers: Readonly<Partial<Record<QuestionKeys[S], Answer>>>;
};

/** Reached the panel. */
export type JudgedApplication<S extends CallSlug> = ApplicationBase<S> & {
  readonly fate: 'awarded' | 'reserve' | 'not-awarded' | 'not-shortlisted';
  /** Around which the panel's scores fall. */
  readonly strength: Readonly<Record<CriterionKeys[S], Score>>;
  /** 0 to 100: how a pitch like this one lands in a room. */
  readonly pitchAppeal: number;
};

/** Never reached the panel: taken back after submitting, or never submitted. */
export type SetAsideApplication<S extends CallSlug> = ApplicationBase<S> & {
  readonly fate: 'withdrawn' | 'draft';
};

export type Application<S extends CallSlug> = JudgedApplication<S> | SetAsideApplication<S>;

/** For whoever walks both calls: a question or criterion key is then any of its own call's. */
export type AnyApplication = Application<'social-innovation'> | Application<'social-enterprise'>;
export type AnyCall = Call<'social-innovation'> | Call<'social-enterprise'>;

/** A note one assessor left on one application, or, without `about`, a note that fits any application of its band. */
export type PanelNote = {
  readonly band: 'strong' | 'middling' | 'weak';
  readonly about?: { readonly application: string; readonly assessor: string };
  readonly strength: string;
  readonly concern: string;
};

/** One reason, and the applications whose letter gives it. */
export type Reason = { readonly key: string; readonly text: string; readonly applications: readonly string[] };

export type CheckIn = {
  readonly daysAfterAward: number;
  readonly milestone: string;
  readonly promised: string;
  readonly happened: string;
  readonly changed: string;
  readonly helpNeeded: string;
  readonly feels: 'good' | 'mixed' | 'hard';
};

export type MentoringStory = {
  readonly application: string;
  readonly mentor: string;
  readonly needs: readonly string[];
  /** In the group's own words. */
  readonly goals: readonly string[];
  readonly milestones: readonly { readonly key: string; readonly title: string; readonly dueDaysAfterAward: number }[];
  readonly checkIns: readonly CheckIn[];
};

export type RunningOrderItem = { readonly time: `${number}:${number}`; readonly what: string };

export type PitchDayStory = {
  readonly call: CallSlug;
  readonly place: string;
  readonly address: string;
  readonly access: readonly string[];
  readonly interpreters: readonly { readonly language: LanguageTag; readonly name: string }[];
  readonly pitchSeconds: number;
  readonly runningOrder: readonly RunningOrderItem[];
  readonly notes: readonly string[];
  /** printed − returned − spoiled = handed out; ballots cast never exceed that. */
  readonly tokens: {
    readonly printed: number;
    readonly returned: number;
    readonly spoiled: number;
    readonly cast: number;
  };
  /** Application keys, one row a ballot, at most `choicesPerVoter` in each; order has no meaning. */
  readonly ballots: readonly (readonly string[])[];
};
