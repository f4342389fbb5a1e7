const URLENCODED = 'application/x-www-form-urlencoded';

/**
 * Makes sure, before any page reads it, that a form can be read: what no browser would send is no fault of the portal.
 *
 * @param request  with a body of a form's size
 * @returns        the request with its body still to be read; null when it holds no form, or one that is damaged
 */
export async function withReadableForm(request: Request): Promise<Request | null> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return request;
  const type = request.headers.get('Content-Type') ?? '';
  const [essence = ''] = type.toLowerCase().split(';', 1);
  if (essence.trim() === URLENCODED) return request;
  const body = await request.arrayBuffer().catch(() => null);
  if (body === null) return null;
  // A button pressed by a program: nothing was filled in, so nothing was said of how.
  if (type === '' && body.byteLength === 0) return replaced(request, body, URLENCODED);
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  return form === null ? null : replaced(request, body, type);
}

function replaced(request: Request, body: ArrayBuffer, type: string): Request {
  const headers = new Headers(request.headers);
  headers.set('Content-Type', type);
  return new Request(request, { headers, body });
}
