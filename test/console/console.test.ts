import { afterAll, beforeAll } from "vitest";
import { desk } from "./desk.ts";
import { officer } from "./officer.ts";
import { pages } from "./pages.ts";
import { portal } from "./portal.ts";
import { rights } from "./rights.ts";
import { closeSetting, openSetting } from "./setting.ts";

beforeAll(openSetting);
afterAll(closeSetting);

pages();
officer();
desk();
portal();
rights();
