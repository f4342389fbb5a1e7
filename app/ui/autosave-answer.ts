type ByField = Readonly<Record<string, string>>;

/** What a script that saves while somebody writes is told: never a page, never a redirect. */
export type AutosaveAnswer =
  | { readonly state: 'saved'; readonly revision: number; readonly errors: ByField }
  | {
      readonly state: 'changed-elsewhere';
      readonly revision: number;
      readonly stored: ByField;
      /** Who else saved, in words; null where it was another window of the same person, or nobody says. */
      readonly by: string | null;
    }
  | { readonly state: 'refused'; readonly errors: ByField }
  | { readonly state: 'signed-out' | 'not-found' | 'left-team' | 'may-not-edit' | 'frozen' };

const STATUS: Readonly<Record<AutosaveAnswer['state'], number>> = {
  saved: 200,
  'changed-elsewhere': 409,
  refused: 422,
  'signed-out': 401,
  'left-team': 403,
  'may-not-edit': 403,
  'not-found': 404,
  frozen: 410,
};

export function autosaveResponse(body: AutosaveAnswer): Response {
  return Response.json(body, { status: STATUS[body.state] });
}
