/** An element of an XML document that was read, without comments and the like. */
export type XmlElement = {
  /** Without a prefix. */
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it, of inner elements too. */
  readonly text: string;
  readonly children: readonly XmlElement[];
};
