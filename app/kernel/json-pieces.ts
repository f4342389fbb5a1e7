/** Items of a list that are written at once. */
const AT_ONCE = 256;

/**
 * The text of `JSON.stringify(value)` in pieces of moderate size, so that a long list can be sent while it is being
 * written and never stands in memory as a whole.
 *
 * @param value  plain data
 */
export function* jsonInPieces(value: unknown): Generator<string> {
  if (Array.isArray(value) && value.length > AT_ONCE) yield* longList(value);
  else if (isPlainObject(value)) yield* members(value);
  // Inside a list, nothing is written as null.
  else yield JSON.stringify(value) ?? 'null';
}

function* longList(list: readonly unknown[]): Generator<string> {
  for (let from = 0; from < list.length; from += AT_ONCE) {
    const items = JSON.stringify(list.slice(from, from + AT_ONCE)).slice(1, -1);
    yield `${from === 0 ? '[' : ','}${items}`;
  }
  yield ']';
}

function* members(object: Record<string, unknown>): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* jsonInPieces(value);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value);
}
