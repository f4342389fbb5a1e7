import { notFound } from '../request.server.ts';

/** Everything that is no page: the frame around it still shows where to go. */
export function loader() {
  notFound();
}

export const action = loader;

export default function NotFound() {
  return null;
}
