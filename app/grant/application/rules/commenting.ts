import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export const COMMENT_CHARACTERS_MAX = 1_000;
/** Beside one question: more is a conversation for another place. */
export const COMMENTS_MAX = 100;

export type CommentRefusal = 'comment-empty' | 'comment-too-long' | 'too-many-comments';

/** Decides whether another comment may stand beside a question. The first refusal wins. */
export function decideComment(text: string, commentsThere: number): Outcome<'say', CommentRefusal> {
  if (text.trim() === '') return refused('comment-empty');
  if (text.trim().length > COMMENT_CHARACTERS_MAX) return refused('comment-too-long');
  return commentsThere >= COMMENTS_MAX ? refused('too-many-comments') : done('say');
}
