import { writeFileSync } from "node:fs";
import { exampleFolder, exampleOperations, operationsFolder, pageOperations } from "./pageOperations.ts";

for (const [name, text] of await pageOperations()) writeFileSync(new URL(name, operationsFolder), text);
writeFileSync(new URL("operations.ts", exampleFolder), await exampleOperations());
