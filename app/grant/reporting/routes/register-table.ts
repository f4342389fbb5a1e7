import type { LoaderFunctionArgs } from '@remix-run/node';
import { register } from '../queries/register.server.ts';
import { registerCsv } from '../rules/register-csv.ts';

/** The register as a table for spreadsheets. */
export function loader({ context }: LoaderFunctionArgs) {
  return new Response(registerCsv(register(context.portal)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="awards.csv"' },
  });
}
