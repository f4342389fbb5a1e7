import { application } from './application.ts';
import { assessment } from './assessment.ts';
import { award } from './award.ts';
import { call } from './call.ts';
import { common } from './common.ts';
import { mentoring } from './mentoring.ts';
import { payment } from './payment.ts';
import { people } from './people.ts';
import { pitchDay } from './pitch-day.ts';
import { reporting } from './reporting.ts';

/** English is the source and the type of every other language. */
export const en = { common, people, call, application, assessment, pitchDay, award, mentoring, payment, reporting };
