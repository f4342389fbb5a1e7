import { application } from './application.ts';
import { assessment } from './assessment.ts';
import { award } from './award.ts';
import { call } from './call.ts';
import { common } from './common.ts';
import { copying } from './copying.ts';
import { entry } from './entry.ts';
import { glossary } from './glossary.ts';
import { help } from './help.ts';
import { mentoring } from './mentoring.ts';
import { payment } from './payment.ts';
import { people } from './people.ts';
import { pitchDay } from './pitch-day.ts';
import { plan } from './plan.ts';
import { reporting } from './reporting.ts';
import { selfCheck } from './self-check.ts';
import { staffEntry } from './staff-entry.ts';

/** English is the source and the type of every other language. */
export const en = {
  common,
  people,
  call,
  plan,
  glossary,
  selfCheck,
  entry,
  copying,
  application,
  help,
  staffEntry,
  assessment,
  pitchDay,
  award,
  mentoring,
  payment,
  reporting,
};
