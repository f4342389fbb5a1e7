/** The pot that everybody puts something in: the portal's mark, large. */
export function CommonPotPicture() {
  return (
    <svg className="pot" viewBox="0 0 240 220" aria-hidden="true">
      <ellipse cx="120" cy="206" rx="86" ry="8" className="shade" />
      <path className="body" d="M34 104h172l-14 84a18 18 0 0 1-18 15H66a18 18 0 0 1-18-15z" />
      <path className="rim" d="M26 92h188a8 8 0 0 1 8 8v2a8 8 0 0 1-8 8H26a8 8 0 0 1-8-8v-2a8 8 0 0 1 8-8z" />
      <circle className="one" cx="78" cy="62" r="20" />
      <circle className="two" cx="162" cy="58" r="20" />
      <circle className="three" cx="120" cy="30" r="20" />
      <path className="line" d="M78 136v34M120 128v50M162 136v34" />
    </svg>
  );
}
