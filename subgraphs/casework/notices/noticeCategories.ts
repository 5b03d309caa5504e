import { categoryIndex } from "../../../schema/categoryIndex.ts";
import { subgraphSdl } from "../../../schema/subgraphSdl.ts";

const enumName = "NoticeKind.";

/** Kind of notice → the data categories that must be granted for it, as the contract has them. */
export const noticeCategories: ReadonlyMap<string, readonly string[]> = new Map(
  [...categoryIndex(subgraphSdl("casework"))]
    .filter(([coordinate]) => coordinate.startsWith(enumName))
    .map(([coordinate, categories]) => [coordinate.slice(enumName.length), categories]),
);
