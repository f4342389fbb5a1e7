/** What a rule or a command answers: it was done, or it was refused for a named reason. */
export type Outcome<Value, Reason extends string> = Done<Value> | Refused<Reason>;

export type Done<Value> = { readonly ok: true; readonly value: Value };
export type Refused<Reason extends string> = { readonly ok: false; readonly reason: Reason };

export function done<const Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

export function refused<const Reason extends string>(reason: Reason): Refused<Reason> {
  return { ok: false, reason };
}
