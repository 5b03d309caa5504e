import { caseDiagram } from "./caseDiagram.ts";

const help = `Prints the states of a case and the steps between them, as the page docs/case-machine.md.

  npm run -s case-machine
`;

const args = process.argv.slice(2);
if (args.length === 0) process.stdout.write(caseDiagram());
else if (args.length === 1 && ["--help", "-h"].includes(args[0] ?? "")) process.stdout.write(help);
else {
  process.stderr.write("case-machine takes no arguments. See npm run -s case-machine -- --help.\n");
  process.exitCode = 2;
}
