import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, visit } from "graphql";

const dataSpecification = "https://specs.sichtfeld.example/data/";
const federationSpecification = "https://specs.apollo.dev/federation/";

/** What the checks and the gateway understand of federation; whatever else it offers could read a field that no decision sees. */
const understood = [
  "@key",
  "@requires",
  "@external",
  "@shareable",
  "@inaccessible",
  "@composeDirective",
  "@interfaceObject",
  "@provides",
  "FieldSet",
];

/**
 * Checks that a subgraph calls directives by the names by which the checks know them: a directive that `@link` renames would be
 * looked for under its old name, and not be found.
 *
 * @returns one sentence a fault
 */
export function checkLink(name: string, sdl: DocumentNode): readonly string[] {
  const faults: string[] = [];
  const links = sdl.definitions
    .flatMap((each) => (each.kind === Kind.SCHEMA_EXTENSION || each.kind === Kind.SCHEMA_DEFINITION ? [each] : []))
    .flatMap(({ directives }) => directives ?? [])
    .filter((directive) => directive.name.value === "link");
  const linked = (specification: string) => links.filter((link) => textOf(link, "url").startsWith(specification));
  if (linked(dataSpecification).length !== 1 || linked(federationSpecification).length !== 1) {
    faults.push(
      `${name}: must link the specifications of federation and of @data once each, as directives.graphql does.`,
    );
  }
  for (const link of links) {
    if (argumentOf(link, "as") !== undefined) {
      faults.push(`${name}: links ${textOf(link, "url")} under another name. Take \`as\` away.`);
    }
    const imports = argumentOf(link, "import");
    for (const each of imports?.kind === Kind.LIST ? imports.values : []) {
      if (each.kind === Kind.OBJECT) {
        faults.push(
          `${name}: renames ${memberOf(each, "name")} to ${memberOf(each, "as")}. Import it under its own name.`,
        );
      }
      const imported = each.kind === Kind.STRING ? each.value : memberOf(each, "name");
      if (linked(federationSpecification).includes(link) && !understood.includes(imported)) {
        faults.push(`${name}: imports ${imported}, which neither the checks nor the gateway understand.`);
      }
    }
  }
  visit(sdl, {
    Directive: ({ name: { value } }) => {
      if (value.includes("__")) faults.push(`${name}: uses @${value}. Import the directive and use its own name.`);
    },
  });
  return [...new Set(faults)];
}

function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function textOf(directive: ConstDirectiveNode, name: string): string {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : "";
}

function memberOf(value: ConstValueNode, name: string): string {
  const member =
    value.kind === Kind.OBJECT ? value.fields.find((field) => field.name.value === name)?.value : undefined;
  return member?.kind === Kind.STRING ? member.value : "";
}
