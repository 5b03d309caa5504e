/** Fewest persons that the marks of one or several bins of a cell stand for: marked places, which persons can share. */
export function countedPersons(marks: number): number {
  let persons = 0;
  for (let rest = marks; rest > 0; rest = Math.floor(rest / 2)) persons += rest % 2;
  return persons;
}
