import { writeFileSync } from "node:fs";
import { personas } from "../../gateway/identity/personas.ts";
import { realmOf } from "./realmOf.ts";

// Writes realm.json from the personas: node docker/keycloak/writeRealm.ts
writeFileSync(new URL("realm.json", import.meta.url), `${JSON.stringify(realmOf(personas.values()), null, 2)}\n`);
