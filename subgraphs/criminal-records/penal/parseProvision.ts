/** A penal provision taken apart, for example `§ 29 Abs. 1 Satz 1 Nr. 1 BtMG`. Parts that are not named are null. */
export interface Provision {
  readonly law: string;
  /** Section with its letter, for example `184b`. */
  readonly section: string;
  readonly paragraph: string | null;
  readonly number: string | null;
}

const pattern = /^§ (\d+[a-z]?)(?: Abs\. (\d+[a-z]?))?(?: Satz \d+)?(?: Nr\. (\d+[a-z]?))? (\S+)$/;

/** Reads a provision as it is written in a register; null for one that is written otherwise, which is then on no list. */
export function parseProvision(text: string): Provision | null {
  const match = pattern.exec(text);
  const [, section, paragraph, number, law] = match ?? [];
  if (section === undefined || law === undefined) return null;
  return { law, section, paragraph: paragraph ?? null, number: number ?? null };
}
