import type { ApplicantPart } from '../applicant-parts.ts';
import { application } from './application.ts';
import { betterWords } from './better-words.ts';
import { call } from './call.ts';
import { common } from './common.ts';
import { entry } from './entry.ts';
import { glossary } from './glossary.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { plan } from './plan.ts';
import { recording } from './recording.ts';
import { register } from './register.ts';
import { reminders } from './reminders.ts';
import { reopening } from './reopening.ts';
import { safety } from './safety.ts';
import { selfCheck } from './self-check.ts';
import { standing } from './standing.ts';
import { team } from './team.ts';
import { translations } from './translations.ts';
import { versions } from './versions.ts';

/** Modern Standard Arabic, in forms that speak to women and men alike wherever the written language allows it. */
export const ar = {
  common,
  people,
  betterWords,
  call,
  plan,
  glossary,
  selfCheck,
  entry,
  application,
  recording,
  translations,
  team,
  versions,
  reopening,
  safety,
  standing,
  register,
  phone,
  reminders,
} satisfies Readonly<Record<ApplicantPart, unknown>>;

/** Parts that nobody who grew up with Arabic has read yet: pages say so and ask for better sentences. */
export const AR_UNREAD: readonly ApplicantPart[] = [
  'common',
  'people',
  'betterWords',
  'call',
  'plan',
  'glossary',
  'selfCheck',
  'entry',
  'application',
  'recording',
  'translations',
  'team',
  'versions',
  'reopening',
  'safety',
  'standing',
  'register',
  'phone',
  'reminders',
];
