import type { Row } from '../row.ts';
import { application } from './application.ts';
import { assessment } from './assessment.ts';
import { assessmentDeciding } from './assessment-deciding.ts';
import { assessmentDesks } from './assessment-desks.ts';
import { assessmentMeeting } from './assessment-meeting.ts';
import { assessmentPeople } from './assessment-people.ts';
import { assessmentRanking } from './assessment-ranking.ts';
import { assessmentReview } from './assessment-review.ts';
import { award } from './award.ts';
import { call } from './call.ts';
import { help } from './help.ts';
import { mentoring } from './mentoring.ts';
import { payment } from './payment.ts';
import { people } from './people.ts';
import { pitchDay } from './pitch-day.ts';
import { reporting } from './reporting.ts';

/** Who may ask for what: one row for each route, record and button, in story order. */
export const table: readonly Row[] = [
  ...people,
  ...call,
  ...application,
  ...help,
  ...assessment,
  ...assessmentDesks,
  ...assessmentMeeting,
  ...assessmentPeople,
  ...assessmentRanking,
  ...assessmentDeciding,
  ...assessmentReview,
  ...pitchDay,
  ...award,
  ...payment,
  ...mentoring,
  ...reporting,
];
