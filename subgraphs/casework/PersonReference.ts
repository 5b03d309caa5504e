/** What identifies a person between subgraphs. */
export interface PersonReference {
  readonly personRef: string;
}
