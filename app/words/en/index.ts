import { application } from './application.ts';
import { assessment } from './assessment.ts';
import { call } from './call.ts';
import { common } from './common.ts';
import { people } from './people.ts';
import { pitchDay } from './pitch-day.ts';

/** English is the source and the type of every other language. */
export const en = { common, people, call, application, assessment, pitchDay };
