import { type ProvisionList, provisionList } from "./provisionList.ts";

/** Lists of offences that residence law names. A wrong reading is corrected here. */
export const residenceLawLists = {
  /** Offences against life: 16th section of the StGB. */
  life: provisionList("StGB", ["211-222"]),
  /** Offences against bodily integrity: 17th section of the StGB. */
  body: provisionList("StGB", ["223-231"]),
  /** § 54 (1) No. 1a c AufenthG. */
  sexualFromOneYear: provisionList("StGB", ["174", "176-178", "180a", "181a", "182", "184b", "184c", "184e"]),
  /** § 54 (1) No. 1d c and (2) No. 2b c AufenthG. */
  sexualWithWeapon: provisionList("StGB", ["174", "176", "176a", "176c", "176d", "177", "178", "182"]),
  /**
   * § 54 (1) No. 1a d AufenthG, offences against property with a raised minimum term. § 243 StGB is a rule on sentencing and
   * § 255 StGB an offence against assets: both are left out, which is the milder reading.
   */
  propertyWithRaisedMinimum: provisionList("StGB", ["244", "244a", "249-252"]),
  /** § 54 (1) No. 1a d AufenthG, where committed in a series. */
  property: provisionList("StGB", ["242-248c", "249-252"]),
  /** § 54 (1) No. 1d d and (2) No. 2b d AufenthG. */
  propertyWithWeapon: provisionList("StGB", ["249-252", "255"]),
  /** § 54 (1) No. 1a e, 1d e and (2) No. 2b e AufenthG: resistance to and assault of officers and those equal to them. */
  resistance: provisionList("StGB", ["113-115"]),
  /** § 54 (1) No. 1a f, 1d f and (2) No. 2b f AufenthG. */
  publicOrder: provisionList("StGB", ["125", "125a"]),
  /** § 54 (1) No. 1b AufenthG. Fraud at the cost of a social benefit office cannot be told from the provision alone. */
  narcotics: provisionList("BtMG", ["29-30b"]),
  /** § 54 (1) No. 1c, (2) No. 3 and § 60 (8a), (8b) AufenthG. */
  smuggling: provisionList("AufenthG", ["96", "97"]),
  /** § 54 (2) No. 3 AufenthG. */
  narcoticsTrade: provisionList("BtMG", ["29(1)1"]),
  /** § 54 (2) No. 2a AufenthG: 17th, 19th and 20th section of the StGB. */
  repeated: provisionList("StGB", ["223-231", "242-256"]),
  /** § 60 (8a) and (8b) No. 1 AufenthG. */
  sexualAssault: provisionList("StGB", ["177"]),
  /** Offences against sexual self-determination: 13th section of the StGB. */
  sexual: provisionList("StGB", ["174-184l"]),
} as const satisfies Readonly<Record<string, ProvisionList>>;
