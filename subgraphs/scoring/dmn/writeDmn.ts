import { XMLBuilder } from "fast-xml-parser";
import type { Axis, Catalogue } from "../catalogue/Catalogue.ts";
import { type ReducedFactKey, reducedFacts } from "../reducedFacts.ts";
import { axisName, bandTable, criterionTable, gatesTable, pointsName } from "./catalogueTables.ts";
import type { DmnElement } from "./DmnElement.ts";
import { decisionTable, requirement } from "./decisionTable.ts";
import { inputElements, itemDefinitions } from "./inputElements.ts";
import { layOut } from "./layOut.ts";

const feel = "https://www.omg.org/spec/DMN/20230324/FEEL/";
const namespaces = {
  "@_xmlns": "https://www.omg.org/spec/DMN/20230324/MODEL/",
  "@_xmlns:dmndi": "https://www.omg.org/spec/DMN/20230324/DMNDI/",
  "@_xmlns:dc": "http://www.omg.org/spec/DMN/20180521/DC/",
  "@_xmlns:di": "http://www.omg.org/spec/DMN/20180521/DI/",
} as const;

/** A catalogue as a DMN 1.5 document (XML): the same bytes for the same catalogue. */
export function writeDmn(catalogue: Catalogue): string {
  const keys = Object.keys(reducedFacts) as ReducedFactKey[];
  const inputData = inputElements(keys);
  const decision = [
    ...[gatesTable(catalogue), ...catalogue.criteria.map(criterionTable)].map(decisionTable),
    axis("A", catalogue),
    axis("B", catalogue),
    decisionTable(bandTable(catalogue)),
  ];
  const definitions = {
    ...namespaces,
    "@_id": `catalogue_${catalogue.version}`,
    "@_name": `IRIS ${catalogue.version}`,
    "@_namespace": `urn:sichtfeld:catalogue:${catalogue.version}`,
    "@_expressionLanguage": feel,
    "@_typeLanguage": feel,
    "@_exporter": "Sichtfeld",
    description: `${catalogue.notice.de}\n${catalogue.notice.en}\nSHA-256 ${catalogue.hash}`,
    itemDefinition: itemDefinitions(keys),
    inputData,
    decision,
    "dmndi:DMNDI": {
      "dmndi:DMNDiagram": { "@_id": "diagram", "@_name": catalogue.version, ...layOut([...inputData, ...decision]) },
    },
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  return builder.build({ "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" }, definitions });
}

/** An axis: the sum of its criteria. */
function axis(name: Axis, { criteria }: Catalogue): DmnElement {
  const id = axisName(name);
  const summands = criteria.filter((criterion) => criterion.axis === name).map(pointsName);
  return {
    "@_id": id,
    "@_name": id,
    variable: { "@_id": `${id}_variable`, "@_name": id, "@_typeRef": "number" },
    informationRequirement: summands.map((summand, index) =>
      requirement(`${id}_requires_${index + 1}`, { kind: "decision", id: summand }),
    ),
    literalExpression: {
      "@_id": `${id}_sum`,
      "@_typeRef": "number",
      text: summands.join(" + "),
    },
  };
}
