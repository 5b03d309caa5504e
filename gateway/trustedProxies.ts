import { BlockList, isIP } from "node:net";

/** Whether an address is that of a proxy whose headers are believed. */
export type TrustsAddress = (address: string) => boolean;

/**
 * Reads a list of addresses and networks, for example `10.1.2.3, fd00::/8`.
 *
 * @returns null where an item is neither
 */
export function trustedProxies(text: string): TrustsAddress | null {
  const list = new BlockList();
  for (const item of text.split(",").map((each) => each.trim())) {
    const [address = "", prefix, ...rest] = item.split("/");
    const family = familyOf(address);
    const bitsMax = family === "ipv6" ? 128 : 32;
    const bits = prefix === undefined ? bitsMax : Number(/^\d+$/.test(prefix) ? prefix : Number.NaN);
    if (family === null || rest.length > 0 || !(bits <= bitsMax)) return null;
    list.addSubnet(address, bits, family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    const family = familyOf(plain);
    return family !== null && list.check(plain, family);
  };
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? "ipv4" : "ipv6";
}
