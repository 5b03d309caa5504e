import type { DmnElement } from "./DmnElement.ts";

/** Shapes and edges of a diagram, as fast-xml-parser writes them. */
export interface Diagram {
  readonly "dmndi:DMNShape": readonly object[];
  readonly "dmndi:DMNEdge": readonly object[];
}

const width = 190;
const height = 70;
const gap = { across: 40, down: 110 };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places the elements of a model in layers: what rests on nothing below, what rests on it above, the result on top. */
export function layOut(elements: readonly DmnElement[]): Diagram {
  const byId = new Map(elements.map((element) => [element["@_id"], element]));
  const layers = Map.groupBy(byId.keys(), (id) => layerOf(id, byId));
  const topmost = Math.max(...layers.keys());
  const places = new Map<string, Place>();
  for (const [layer, ids] of layers) {
    for (const [index, id] of ids.entries()) {
      places.set(id, { x: index * (width + gap.across), y: (topmost - layer) * (height + gap.down) });
    }
  }
  return {
    "dmndi:DMNShape": [...places].map(shape),
    "dmndi:DMNEdge": [...byId].flatMap(([id, element]) => edges(id, element, places)),
  };
}

function layerOf(id: string, byId: ReadonlyMap<string, DmnElement>): number {
  const below = requirementsOf(byId.get(id)).map(({ from }) => layerOf(from, byId));
  return below.length === 0 ? 0 : 1 + Math.max(...below);
}

function requirementsOf(element: DmnElement | undefined): readonly { readonly id: string; readonly from: string }[] {
  return (element?.informationRequirement ?? []).map((each) => ({
    id: each["@_id"],
    from: (each.requiredInput ?? each.requiredDecision)?.["@_href"].slice(1) ?? "",
  }));
}

function shape([id, { x, y }]: [string, Place]): object {
  return {
    "@_id": `shape_${id}`,
    "@_dmnElementRef": id,
    "dc:Bounds": { "@_x": x, "@_y": y, "@_width": width, "@_height": height },
  };
}

function edges(id: string, element: DmnElement, places: ReadonlyMap<string, Place>): readonly object[] {
  const to = places.get(id);
  return requirementsOf(element).flatMap((requirement) => {
    const from = places.get(requirement.from);
    if (from === undefined || to === undefined) return [];
    return [
      {
        "@_id": `edge_${requirement.id}`,
        "@_dmnElementRef": requirement.id,
        "di:waypoint": [
          { "@_x": from.x + width / 2, "@_y": from.y },
          { "@_x": to.x + width / 2, "@_y": to.y + height },
        ],
      },
    ];
  });
}
