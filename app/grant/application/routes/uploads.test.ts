import { describe, expect, it } from 'vitest';
import { takesUpload } from './uploads.server.ts';

const FORM = 'multipart/form-data; boundary=x';
const PIECE = 'application/offset+octet-stream';

describe('posting more than a form', () => {
  it.each([
    ['/apply/upload/7k3d', PIECE],
    ['/apply/a1/questions/q1', FORM],
  ])('is possible at %s', (path, type) => {
    expect(takesUpload(path, type)).toBe(true);
  });
  it.each([
    ['/apply/a1/details', FORM],
    ['/apply/a1/autosave', FORM],
    ['/apply/a1/questions/q1/more', FORM],
    ['/apply/a1/questions/q1', 'application/x-www-form-urlencoded'],
    ['/apply/upload/7k3d', FORM],
    ['/apply/a1/details', PIECE],
    ['/staff/calls/new', FORM],
  ])('is not possible at %s as %s', (path, type) => {
    expect(takesUpload(path, type)).toBe(false);
  });
});
