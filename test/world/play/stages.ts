/** How far the story is played; each stage includes those before it. */
export const STORY_STAGES = [
  'people',
  'call',
  'applications',
  'panel',
  'shortlist',
  'pitch-day',
  'vote',
  'award',
  'payment',
  'mentoring',
] as const;

export type StoryStage = (typeof STORY_STAGES)[number];

export function isStoryStage(text: string): text is StoryStage {
  return STORY_STAGES.some((stage) => stage === text);
}

/** Whether a story that is played until `until` reaches `stage`. */
export function reaches(until: StoryStage, stage: StoryStage): boolean {
  return STORY_STAGES.indexOf(stage) <= STORY_STAGES.indexOf(until);
}
