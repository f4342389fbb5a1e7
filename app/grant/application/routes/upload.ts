import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { receiveUpload } from './uploads.server.ts';

/** Resumable uploads (tus 1.0): HEAD and OPTIONS come as loads, POST, PATCH and DELETE as actions. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  return receiveUpload(context.portal, request, params['*'] ?? '');
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return receiveUpload(context.portal, request, params['*'] ?? '');
}
