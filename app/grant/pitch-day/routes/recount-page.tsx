import { recountPage } from '../queries/recount-page.server.ts';

/** The page that checks a board without the internet. It is kept and opened from the disk, not on our site. */
export function loader() {
  return new Response(recountPage(), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': 'attachment; filename="recount.html"',
      'Cache-Control': 'public, max-age=300',
    },
  });
}
