import type { Subject } from "./Subject.ts";
import { assessment } from "./subjects/assessment.ts";
import { audit } from "./subjects/audit.ts";
import { filter } from "./subjects/filter.ts";
import { growth } from "./subjects/growth.ts";
import { listInMemory, singleInMemory } from "./subjects/inMemory.ts";
import { intake } from "./subjects/intake.ts";
import { list } from "./subjects/list.ts";
import { log } from "./subjects/log.ts";
import { openLoopInMemory } from "./subjects/openLoop.ts";
import { profile, profileInMemory } from "./subjects/profile.ts";
import { record } from "./subjects/record.ts";
import { single } from "./subjects/single.ts";

/** All subjects. The order is that of running and printing; none needs another. */
export const subjects: readonly Subject[] = [
  list,
  single,
  listInMemory,
  singleInMemory,
  openLoopInMemory,
  growth,
  record,
  log,
  assessment,
  profile,
  profileInMemory,
  filter,
  audit,
  intake,
];
