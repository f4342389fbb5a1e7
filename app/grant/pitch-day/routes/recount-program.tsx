import { recountProgram } from '../queries/recount-program.server.ts';

/** The program that recounts a board, exactly as it is in the repository. */
export function loader() {
  return new Response(recountProgram('node'), {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Disposition': 'attachment; filename="recount.mjs"',
      'Cache-Control': 'public, max-age=300',
    },
  });
}
