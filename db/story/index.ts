import { socialEnterpriseApplications } from './applications/social-enterprise.ts';
import { socialInnovationApplications } from './applications/social-innovation.ts';
import { calls } from './calls.ts';
import { clips } from './clips.ts';
import { declineReasons, shortlistReasons } from './decisions.ts';
import { mentoring } from './mentoring.ts';
import { mentors } from './mentors.ts';
import { panel } from './panel.ts';
import { panelNotes } from './panel-notes.ts';
import { panelOffer } from './panel-offer.ts';
import { pitchDays } from './pitch-day.ts';
import { leads, partners, programme, staff } from './programme.ts';
import type {
  AnyCall,
  Application,
  CallSlug,
  Clip,
  Mentor,
  MentoringStory,
  PanelMember,
  PanelNote,
  PanelOfferStory,
  Partner,
  PitchDayStory,
  Programme,
  Reason,
  Staff,
} from './types.ts';

/** The demonstration year in one object, widened to the story's types for whoever plays it. */
export type Story = {
  readonly programme: Programme;
  readonly partners: readonly Partner[];
  readonly staff: readonly Staff[];
  readonly mentors: readonly Mentor[];
  readonly panel: readonly PanelMember[];
  readonly leads: typeof leads;
  readonly calls: readonly AnyCall[];
  readonly applications: { readonly [S in CallSlug]: readonly Application<S>[] };
  readonly clips: readonly Clip[];
  readonly panelNotes: readonly PanelNote[];
  readonly panelOffer: PanelOfferStory;
  readonly shortlistReasons: readonly Reason[];
  readonly declineReasons: readonly Reason[];
  readonly pitchDays: readonly PitchDayStory[];
  readonly mentoring: readonly MentoringStory[];
};

export const story: Story = {
  programme,
  partners,
  staff,
  mentors,
  panel,
  leads,
  calls,
  applications: {
    'social-innovation': socialInnovationApplications,
    'social-enterprise': socialEnterpriseApplications,
  },
  clips,
  panelNotes,
  panelOffer,
  shortlistReasons,
  declineReasons,
  pitchDays,
  mentoring,
};
