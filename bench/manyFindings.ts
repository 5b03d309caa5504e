import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const head =
  "DATENSATZ_ID;ART;STAND;VORGANGSNUMMER;EREIGNISDATUM;AUSSONDERUNG;KENNZEICHNUNG;DELIKTSGRUPPE;NACHNAME;VORNAMEN;GEBURTSNAME;GEBURTSDATUM;GEBURTSORT;STAATSANGEHOERIGKEIT";
const label = "§ 22b PolG NRW: Gefahrenabwehr, offene Erhebung, betroffene Person";

/** Writes an export of the DataAnalyzer with so many findings; names and numbers are counted, nobody is meant. */
export async function manyFindings(file: string, facts: number, factsPerPerson: number): Promise<string> {
  await pipeline(Readable.from(lines(facts, factsPerPerson)), createWriteStream(file));
  return file;
}

function* lines(facts: number, factsPerPerson: number): Generator<string> {
  yield `${head}\n`;
  for (let number = 0; number < facts; number += 1) {
    const person = Math.floor(number / factsPerPerson);
    const born = `${String((person % 28) + 1).padStart(2, "0")}.${String((person % 12) + 1).padStart(2, "0")}.${1960 + (person % 45)}`;
    yield `DA-${number};ERKENNTNIS;02.06.2026 08:15;LKA-2026-${person};20.05.2026;;${label};BTM;${letters(person)};Vorname;;${born};Erewhon;XXA\n`;
  }
}

/** A number in letters, as a name has no digits. */
function letters(number: number): string {
  const text = [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  return `N${text}`;
}
