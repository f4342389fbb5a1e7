/** What a form's action answers when it could not do what was asked: status 422, in words, with all that was typed. */
export type FormReply = {
  /** The refusal of the whole form, if there is one. */
  readonly message: string | null;
  /** First error of each field, by name. */
  readonly errors: Readonly<Record<string, string>>;
  /** What was typed, by name, in order. Files are not in it. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
};
