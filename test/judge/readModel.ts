import { XMLParser } from "fast-xml-parser";

// biome-ignore lint/suspicious/noExplicitAny: the tree of an XML document
export type Xml = any;

/** The decisions, inputs and drawing of a DMN document. */
export function readModel(xml: string) {
  const lists = [
    "decision",
    "inputData",
    "input",
    "rule",
    "inputEntry",
    "informationRequirement",
    "dmndi:DMNShape",
    "dmndi:DMNEdge",
  ];
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => lists.includes(name),
  });
  const { definitions } = parser.parse(xml) as { definitions: Xml };
  const diagram = definitions["dmndi:DMNDI"]["dmndi:DMNDiagram"];
  return {
    inputs: definitions.inputData as Xml[],
    decisions: definitions.decision as Xml[],
    shapes: diagram["dmndi:DMNShape"] as Xml[],
    edges: diagram["dmndi:DMNEdge"] as Xml[],
  };
}
