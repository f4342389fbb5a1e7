/** What a file system says when it takes no more: there is no room, a quota is used up, a file may not grow. */
const FILE_CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Whether something failed because there is no room left, for a file or in a database. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return FILE_CODES.includes(code) || code === 'SQLITE_FULL' || isDiskFull(error.cause);
}
