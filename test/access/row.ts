import { PERSONAS, type Persona, SIGNED_IN } from './personas.ts';

/** The states of the portal in which every URL is requested: how far the story has come. */
export const STATES = ['applications', 'panel', 'pitch-day', 'mentoring'] as const;
export type State = (typeof STATES)[number];

/** The ids of one state; what does not exist yet has the id of nothing. */
export type Records = Readonly<Record<(typeof RECORDS)[number], string>>;

export const RECORDS = [
  'partnerId',
  'callId',
  'slug',
  'questionId',
  'otherCallId',
  'draftCallId',
  'draftSlug',
  'draftQuestionId',
  'draftCriterionId',
  'draftTermId',
  'draftCheckItemId',
  'openSlug',
  'openCallId',
  'codeId',
  'applicationId',
  'mediaId',
  'unsentMediaId',
  'spokenQuestionId',
  'draftApplicationId',
  'withdrawnApplicationId',
  'otherCallApplicationId',
  'openApplicationId',
  'openQuestionId',
  'helpQuestionId',
  'replyId',
  'readingId',
  'slotId',
  'entryId',
  'uploadId',
  'eventId',
  'pollId',
  'openPollId',
  'awardId',
  'trancheId',
  'milestoneId',
  'mentorId',
  'payoutId',
  'fileId',
  'month',
  'auditorId',
  'messageId',
  'secretMessageId',
] as const;

/** Well formed, and the id of nothing. */
export const NOTHING = '00000000000000000000';

/** Who may, in each state. */
export type Allowed = Readonly<Record<State, readonly Persona[]>>;

export type Row = {
  /** Exactly as in `app/routes.ts`, with the slash before it. */
  readonly route: string;
  /** Which record it is about, in words. */
  readonly record: string;
  readonly url: (records: Records) => string;
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** What is posted. */
  readonly form: (records: Records) => Record<string, string>;
  readonly allowed: Allowed;
  /** What a visitor gets who may not: the sign-in page, unless the address is public or for programs. */
  readonly visitor: 302 | 401 | 404;
};

export const everybody: readonly Persona[] = PERSONAS;
export const signedIn: readonly Persona[] = SIGNED_IN;
export const nobody: readonly Persona[] = [];

export function always(...who: readonly Persona[]): Allowed {
  return from('applications', ...who);
}

/** Nobody before that state, and these people in it and ever after. */
export function from(state: State, ...who: readonly Persona[]): Allowed {
  const first = STATES.indexOf(state);
  return states((each) => (STATES.indexOf(each) >= first ? who : nobody));
}

export function only(state: State, ...who: readonly Persona[]): Allowed {
  return states((each) => (each === state ? who : nobody));
}

function states(who: (state: State) => readonly Persona[]): Allowed {
  return {
    applications: who('applications'),
    panel: who('panel'),
    'pitch-day': who('pitch-day'),
    mentoring: who('mentoring'),
  };
}

const PROTECTED = /^\/(apply|panel|mentor|staff|finance|audit|your-name|your-phone)(\/|$)/;

type Asked = Pick<Row, 'record' | 'url' | 'allowed'> & Partial<Pick<Row, 'form' | 'visitor'>>;

/** One row for reading a page. */
export function get(route: string, asked: Asked): Row {
  return row(route, 'GET', asked);
}

export function head(route: string, asked: Asked): Row {
  return row(route, 'HEAD', asked);
}

/** One row for pressing a button; what is posted would be accepted from somebody who may. */
export function post(route: string, asked: Asked): Row {
  return row(route, 'POST', asked);
}

function row(route: string, method: Row['method'], asked: Asked): Row {
  return { route, method, form: () => ({}), visitor: PROTECTED.test(route) ? 302 : 404, ...asked };
}
