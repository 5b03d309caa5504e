import { createHmac, randomBytes } from "node:crypto";
import { type UsageCell, type UsageFile, usagePersonsMin } from "../../schema/usageFile.ts";

/** Cells of a day. What is more is not counted: ever new fields or programs cost no more memory. */
export const usageCellsMax = 20_000;

/** What an answered operation asked for, and by what. */
export interface Usage {
  readonly contract: string;
  readonly client: string;
  /** Staff id; leaves this object as a tag under the day's key alone. */
  readonly person: string;
  readonly coordinates: Iterable<string>;
}

interface Cell {
  operations: number;
  /** Tags of those who asked; null once there are enough. */
  persons: Set<string> | null;
}

/**
 * Counts the use of fields for one day, in memory. Persons are told apart by tags under a key that is drawn with the day, written down nowhere
 * and gone with it; a cell that has seen enough persons forgets even the tags.
 */
export class UsageCounters {
  readonly day: string;
  readonly #key = randomBytes(32);
  readonly #cells = new Map<string, Cell>();
  #isChanged = false;
  #isFull = false;

  /** @param before what was kept of the day by an earlier process: cells of enough persons, which go on */
  constructor(day: string, before: UsageFile | null) {
    this.day = day;
    for (const { contract, client, coordinate, operations } of before?.cells ?? [])
      this.#cells.set(nameOf(contract, client, coordinate), { operations, persons: null });
  }

  /** Whether there is something to be kept since the last `kept`. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Whether something was left uncounted, because a day holds no more cells. */
  get isFull(): boolean {
    return this.#isFull;
  }

  count({ contract, client, person, coordinates }: Usage): void {
    let tag: string | null = null;
    for (const coordinate of coordinates) {
      const cell = this.#cellOf(nameOf(contract, client, coordinate));
      if (cell === null) continue;
      cell.operations += 1;
      if (cell.persons !== null) {
        tag ??= createHmac("sha256", this.#key).update(person).digest("base64url").slice(0, 16);
        cell.persons.add(tag);
        if (cell.persons.size >= usagePersonsMin) cell.persons = null;
      }
      this.#isChanged ||= cell.persons === null;
    }
  }

  /** The cells that enough persons made; the others are told to nobody. */
  kept(): UsageFile {
    this.#isChanged = false;
    const cells = [...this.#cells].flatMap(([name, { operations, persons }]): readonly UsageCell[] => {
      if (persons !== null) return [];
      const [contract = "", client = "", coordinate = ""] = name.split(" ");
      return [{ contract, coordinate, client, operations }];
    });
    return { day: this.day, cells };
  }

  #cellOf(name: string): Cell | null {
    const known = this.#cells.get(name);
    if (known !== undefined) return known;
    if (this.#cells.size >= usageCellsMax) {
      this.#isFull = true;
      return null;
    }
    const cell: Cell = { operations: 0, persons: new Set() };
    this.#cells.set(name, cell);
    return cell;
  }
}

/** Contracts, programs and coordinates have no spaces. */
function nameOf(contract: string, client: string, coordinate: string): string {
  return `${contract} ${client} ${coordinate}`;
}
