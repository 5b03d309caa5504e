/** Hashes or entries of a full tile. */
export const tileWidth = 256;

/** A tile by its place (C2SP tlog-tiles). */
export interface TilePlace {
  /** Level of a hash tile, from 0; `entries` for a bundle of entries. */
  readonly level: number | "entries";
  /** Index in its level, from 0. */
  readonly index: number;
  /** 1 to 256; 256 is a full tile. */
  readonly width: number;
}

/** For example `tile/0/x001/x234/067.p/8`. */
export function tilePath({ level, index, width }: TilePlace): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/\d{3}/g) ?? [];
  const path = groups.map((group, each) => (each === groups.length - 1 ? group : `x${group}`)).join("/");
  return `tile/${level}/${path}${width === tileWidth ? "" : `.p/${width}`}`;
}

/** Null for every other path, also one that is written in another way than `tilePath` writes it. */
export function parseTilePath(path: string): TilePlace | null {
  const [, level = "", groups = "", partial] =
    /^tile\/(\d{1,2}|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const place: TilePlace = {
    level: level === "entries" ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, "")),
    width: partial === undefined ? tileWidth : Number(partial),
  };
  const fits = groups !== "" && (place.level === "entries" || place.level < 64) && place.width > 0;
  return fits && tilePath(place) === path ? place : null;
}
