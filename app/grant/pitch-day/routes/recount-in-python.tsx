import { recountProgram } from '../queries/recount-program.server.ts';

/** The second program that recounts a board, exactly as it is in the repository. */
export function loader() {
  return new Response(recountProgram('python'), {
    headers: {
      'Content-Type': 'text/x-python; charset=utf-8',
      'Content-Disposition': 'attachment; filename="recount.py"',
      'Cache-Control': 'public, max-age=300',
    },
  });
}
