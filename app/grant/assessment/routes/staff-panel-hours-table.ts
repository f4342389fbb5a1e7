import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { hoursDesk } from '../queries/panel-hours.server.ts';
import { hoursCsv } from '../rules/hours-csv.ts';

/** The hours of a panel as a table for spreadsheets. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { call, entries } = found(hoursDesk(signedIn(context, request), params.callId ?? ''));
  return new Response(hoursCsv(wordsIn('en').words.panelHoursDesk.fileColumns, call.currency, entries), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="panel-hours.csv"',
    },
  });
}
