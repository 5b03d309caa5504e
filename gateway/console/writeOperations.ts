import { writeFileSync } from "node:fs";
import { operationsFolder, pageOperations } from "./pageOperations.ts";

for (const [name, text] of await pageOperations()) writeFileSync(new URL(name, operationsFolder), text);
