const PICTURES = {
  tell: (
    <>
      <rect x="8" y="10" width="32" height="24" rx="6" />
      <path d="M16 34v6l8-6" />
      <path d="M15 19h18M15 26h11" />
    </>
  ),
  panel: (
    <>
      <circle cx="14" cy="15" r="5" />
      <circle cx="34" cy="15" r="5" />
      <circle className="sunny" cx="24" cy="12" r="5" />
      <path d="M5 34c0-6 4-10 9-10M43 34c0-6-4-10-9-10M15 34c0-7 4-12 9-12s9 5 9 12" />
      <path d="M4 38h40" />
    </>
  ),
  vote: (
    <>
      <path d="M8 24h32v14a3 3 0 0 1-3 3H11a3 3 0 0 1-3-3z" />
      <path d="M17 24h14" />
      <path className="sunny" d="M17 24 15 9l14-2 2 17z" />
      <path d="m19 14 3 3 5-6" />
    </>
  ),
  money: (
    <>
      <path d="M9 22h30l-3 16a4 4 0 0 1-4 3H16a4 4 0 0 1-4-3z" />
      <circle className="sunny" cx="24" cy="12" r="6" />
      <path d="M24 9.5v5" />
    </>
  ),
  mentor: (
    <>
      <circle cx="15" cy="13" r="5" />
      <circle className="sunny" cx="34" cy="17" r="4.5" />
      <path d="M6 40V30c0-5 4-8 9-8s8 3 9 8l2 3M26 40v-7c0-4 3-7 8-7s8 3 8 7v7" />
    </>
  ),
} as const;

export type StepPictureName = keyof typeof PICTURES;

/** A small drawing beside each step; it repeats the words and says nothing of its own. */
export function StepPicture(props: { name: StepPictureName }) {
  return (
    <svg className="picture" viewBox="0 0 48 48" aria-hidden="true">
      {PICTURES[props.name]}
    </svg>
  );
}
