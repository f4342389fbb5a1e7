import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { readForm } from '#app/ui/read-form.ts';
import { noteExport } from '../commands/note-export.server.ts';
import { exportForm } from '../forms/eligibility-form.ts';
import { filterQuery, readChosen } from '../forms/list-query.ts';
import { exportRows } from '../queries/export-rows.server.ts';
import { listedCall } from '../queries/staff-list.server.ts';
import { exportResponse } from './export-response.server.ts';

/** There is nothing to look at: a file is fetched by the form of the page before, never by a link. */
export function loader(): never {
  notFound();
}

/** The file itself: a form and no link, because it is noted, and no preview or prefetch may take one. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(listedCall(portal, params.callId ?? ''));
  const { searchParams } = new URL(request.url);
  const chosen = readChosen(searchParams, call.currency);
  const form = await readForm(request, exportForm);
  // Both are said on the page before; only a form of somebody else's making comes here with them.
  const back = `${paths.staffExportApplications({ callId: call.id })}?${searchParams}`;
  if (!form.ok) throw redirect(back, 303);
  const { format } = form.value;
  const filter = chosen.kind === 'all' ? filterQuery(chosen.filter, call.currency) : {};
  const noted = noteExport(portal, call.id, { format, chosen, filter });
  if (!noted.ok && noted.reason === 'nothing-chosen') throw redirect(back, 303);
  const rows = exportRows(portal, call.id, chosen);
  if (!noted.ok || rows === null) notFound();
  return exportResponse(format, rows, portal.now);
}
